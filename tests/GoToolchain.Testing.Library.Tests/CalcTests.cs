using System.Runtime.InteropServices;
using GoToolchain.Fixtures;
using GoToolchain.Testing.Xunit;

namespace GoToolchain.Testing.Library.Tests;

/// <summary>The recipe "test a cgo library" of docs/testing.md.</summary>
public class CalcTests(GoOfTheTests go)
{
    private static readonly string s_source = RepositoryRoot.File("tests", "GoToolchain.Testing.Library.Tests", "libcalc");

    private delegate int Add(int a, int b);

    private delegate nint Greet([MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    private delegate void Free(nint text);

    [GoFact]
    public async Task Adds()
    {
        GoTestLibrary calc = await GoTestLibrary.BuildAsync(go.Toolchain.Installation, s_source);
        var add = calc.Export<Add>("calc_add");

        Assert.Equal(5, add(2, 3));
    }

    [GoFact]
    public async Task Greets()
    {
        GoTestLibrary calc = await GoTestLibrary.BuildAsync(go.Toolchain.Installation, s_source);
        var greet = calc.Export<Greet>("calc_greet");
        var free = calc.Export<Free>("calc_free");

        nint text = greet("grüße");
        Assert.Equal("hello grüße", Marshal.PtrToStringUTF8(text));
        free(text);
    }
}
