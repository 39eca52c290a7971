using System.ComponentModel;
using GoToolchain.Inspection;

namespace GoToolchain.Execution;

/// <summary>Says why the operating system would not start a <c>go</c>.</summary>
internal static class StartFailure
{
    // errno of Linux and the BSDs, and Windows' own numbers from 100 on (winerror.h), which do not overlap.
    private const int NoSuchFile = 2;
    private const int ArgumentsTooLong = 7;
    private const int NotExecutableFormat = 8;
    private const int PermissionDenied = 13;
    private const int TextFileBusy = 26;
    private const int WindowsAccessDenied = 5;
    private const int WindowsBadFormat = 193;
    private const int WindowsNameTooLong = 206;
    private const int WindowsOtherMachine = 216;

    /// <summary>The program is still open for writing somewhere.</summary>
    /// <param name="failure">What the system says.</param>
    public static bool IsBusy(Win32Exception failure) => !OperatingSystem.IsWindows() && NumberOf(failure) == TextFileBusy;

    /// <summary>Makes the failure one that names cause, place and next step.</summary>
    /// <param name="command">What was to run.</param>
    /// <param name="failure">What the system says.</param>
    public static GoToolchainException Explain(GoCommand command, Win32Exception failure)
    {
        var program = command.Installation.GoExecutable;
        var (cause, nextStep) = Diagnose(command, program, failure);
        return new GoToolchainException(GoErrorCodes.CannotStart, $"{program} cannot be started: {cause}", program, nextStep, failure);
    }

    private static (string Cause, string NextStep) Diagnose(GoCommand command, string program, Win32Exception failure)
    {
        if (command.WorkingDirectory is { } directory && !Directory.Exists(directory))
        {
            return ($"the working directory {directory} does not exist.", "Create it, or name another one.");
        }

        const string installAgain = "Install this Go again, or name another one.";
        var facts = LookAt(program);
        if (facts.Kind != FileKind.File)
        {
            return facts.Kind == FileKind.DanglingLink
                ? ("it is a link that leads nowhere.", installAgain)
                : ("there is no such file.", installAgain);
        }

        return NumberOf(failure) switch
        {
            PermissionDenied or WindowsAccessDenied when !facts.IsExecutable => (
                "it is not executable.",
                $"Run `chmod +x {program}`, or install this Go again."
            ),
            PermissionDenied or WindowsAccessDenied => (
                "this user may not execute it, or its file system is mounted without permission to execute (noexec).",
                "Look at the permissions of the file and of the directories above it, or use a store in another place."
            ),
            NoSuchFile when !OperatingSystem.IsWindows() => (
                "the file is there, but the program loader that it names is not: it was built for another C library.",
                "Use an official Go, which needs none, or one that was built for this system."
            ),
            NotExecutableFormat or WindowsBadFormat or WindowsOtherMachine => (WrongFormat(command, program), installAgain),
            ArgumentsTooLong or WindowsNameTooLong => (
                "its arguments and environment are longer than this system allows.",
                "Shorten the arguments or the environment."
            ),
            TextFileBusy when !OperatingSystem.IsWindows() => (
                "another process has it open for writing.",
                "Wait until that process has finished writing the file, and try again."
            ),
            _ => ($"{failure.InnerException?.Message ?? failure.Message}", "Look at the file, or install this Go again."),
        };
    }

    private static string WrongFormat(GoCommand command, string program)
    {
        var host = command.Installation.Host.Platform;
        var header = ReadHeader(program);
        return header.Arch is { } arch && !header.Fits(host)
            ? $"it is a program for {arch} ({header.Format}), and this machine is {host}."
            : "its content is not that of a program for this machine; it may be damaged.";
    }

    private static FileFacts LookAt(string program)
    {
        try
        {
            return FileFacts.Of(program);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is there but hidden; then what the system answered to the start says why.
            return new FileFacts(FileKind.File, 1, IsExecutable: true);
        }
    }

    private static ExecutableHeader ReadHeader(string program)
    {
        try
        {
            return ExecutableHeader.Parse(FileHead.Read(program, stackalloc byte[ExecutableHeader.Size]));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A program may be executable and unreadable; then its format stays unknown.
            return default;
        }
    }

    // CliWrap wraps the exception of the runtime in one of the same type with its own text and no number.
    private static int NumberOf(Win32Exception failure) => (failure.InnerException as Win32Exception ?? failure).NativeErrorCode;
}
