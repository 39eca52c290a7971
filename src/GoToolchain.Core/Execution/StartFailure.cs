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

    /// <summary>What the system says, without the words of those who passed it on.</summary>
    /// <param name="failure">The failure.</param>
    public static string MessageOf(Win32Exception failure) => new Win32Exception(NumberOf(failure)).Message;

    /// <summary>This user may not execute the program, or nobody may in that place.</summary>
    /// <param name="failure">What the system says.</param>
    public static bool IsDenied(Win32Exception failure) => NumberOf(failure) is PermissionDenied or WindowsAccessDenied;

    /// <summary>The program is for another machine, or none.</summary>
    /// <param name="failure">What the system says.</param>
    public static bool IsWrongFormat(Win32Exception failure) =>
        NumberOf(failure) is NotExecutableFormat or WindowsBadFormat or WindowsOtherMachine;

    /// <summary>Makes the failure one that names cause, place and next step.</summary>
    /// <param name="command">What was to run.</param>
    /// <param name="failure">What the system says.</param>
    public static GoToolchainException Explain(GoCommand command, Win32Exception failure)
    {
        var program = command.Installation.GoExecutable;
        var (cause, nextStep) = Diagnose(program, command.WorkingDirectory, command.Installation.Host, failure);
        return new GoToolchainException(GoErrorCodes.CannotStart, $"{program} cannot be started: {cause}", program, nextStep, failure);
    }

    /// <summary>Says why a <c>go</c>, or one of its tools, was not started, and what to do.</summary>
    /// <param name="program">Absolute.</param>
    /// <param name="workingDirectory">Where it was to run; null: where the calling process is.</param>
    /// <param name="host">The machine.</param>
    /// <param name="failure">What the system says.</param>
    /// <returns>The end of a sentence, and a sentence.</returns>
    public static (string Cause, string NextStep) Diagnose(
        string program,
        string? workingDirectory,
        HostMachine host,
        Win32Exception failure
    )
    {
        if (workingDirectory is not null && !Directory.Exists(workingDirectory))
        {
            return ($"the working directory {workingDirectory} does not exist.", "Create it, or name another one.");
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
            NotExecutableFormat or WindowsBadFormat or WindowsOtherMachine => (WrongFormat(host.Platform, program), installAgain),
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

    private static string WrongFormat(GoPlatform host, string program)
    {
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

    /// <summary>The number of the failure: errno, or Windows' own.</summary>
    /// <param name="failure">What the system says. CliWrap wraps it in one of the same type with its own text and no number.</param>
    public static int NumberOf(Win32Exception failure) => (failure.InnerException as Win32Exception ?? failure).NativeErrorCode;
}
