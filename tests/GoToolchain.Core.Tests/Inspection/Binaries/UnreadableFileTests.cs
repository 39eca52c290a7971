using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Binaries;

public sealed class UnreadableFileTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_file_that_this_user_may_not_read_has_an_error_of_its_own()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only on Linux can the test look as another user.");
        var file = _scratch.CreateFile("secret", "content", UnixFileMode.None);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                _scratch.Root,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute
            );
        }

        var code = OrdinaryUser.Look(() => Code(() => GoBinaryFile.Inspect(file)));
        var (found, reason) = OrdinaryUser.Look(() => (GoBuildInfo.TryRead(file, out _, out var why), why));

        Assert.Equal(GoErrorCodes.FileNotReadable, code);
        Assert.False(found);
        Assert.Contains("cannot be read by this user", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_an_error_for_Read_and_a_reason_for_TryRead()
    {
        var file = _scratch["missing"];

        Assert.Equal(GoErrorCodes.FileNotInspectable, Code(() => GoBuildInfo.Read(file)));
        Assert.False(GoBuildInfo.TryRead(file, out _, out var reason));
        Assert.Equal($"{file} does not exist.", reason);
    }

    [Fact]
    public void A_file_without_build_information_is_null_for_Read_and_a_reason_for_TryRead()
    {
        var file = _scratch.CreateFile("text", "nothing but text");

        Assert.Null(GoBuildInfo.Read(file));
        Assert.False(GoBuildInfo.TryRead(file, out _, out var reason));
        Assert.Contains("none of ELF, PE and Mach-O", reason, StringComparison.Ordinal);
    }

    private static GoErrorCode? Code(Func<object?> act)
    {
        try
        {
            act();
            return null;
        }
        catch (GoToolchainException e)
        {
            return e.Code;
        }
    }
}
