using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>
/// A program that needs <c>liba.so</c>, which needs <c>libb.so</c>, with copies in several directories: the reader finds those that the loader of this
/// machine finds.
/// </summary>
public sealed class SearchRuleTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public Task DT_RPATH_is_inherited_by_the_needs_of_needs() =>
        ShowAsync(program: ["-Wl,--disable-new-dtags", "-Wl,-rpath," + _scratch["one"]], library: []);

    [Fact]
    public Task DT_RUNPATH_is_not_inherited() =>
        ShowAsync(program: ["-Wl,--enable-new-dtags", "-Wl,-rpath," + _scratch["one"]], library: [], missing: "libb.so");

    [Fact]
    public Task A_library_with_DT_RUNPATH_does_not_profit_from_the_DT_RPATH_of_the_program() =>
        ShowAsync(
            program: ["-Wl,--disable-new-dtags", "-Wl,-rpath," + _scratch["one"]],
            library: ["-Wl,--enable-new-dtags", "-Wl,-rpath," + _scratch["nowhere"]],
            missing: "libb.so"
        );

    [Fact]
    public Task DT_RPATH_comes_before_LD_LIBRARY_PATH() =>
        ShowAsync(
            program: ["-Wl,--disable-new-dtags", "-Wl,-rpath," + _scratch["one"]],
            library: [],
            libraryPath: _scratch["two"],
            a: "one",
            b: "one"
        );

    [Fact]
    public Task DT_RUNPATH_comes_behind_LD_LIBRARY_PATH() =>
        ShowAsync(
            program: ["-Wl,--enable-new-dtags", "-Wl,-rpath," + _scratch["one"]],
            library: [],
            libraryPath: _scratch["two"],
            a: "two",
            b: "two"
        );

    [Fact]
    public Task ORIGIN_is_the_directory_of_the_file_that_says_it() =>
        ShowAsync(program: ["-Wl,-rpath,$ORIGIN/../one"], library: ["-Wl,-rpath,${ORIGIN}"], a: "one", b: "one");

    [Fact]
    public Task LIB_and_PLATFORM_are_replaced_in_LD_LIBRARY_PATH()
    {
        var place = $"{_scratch["three"]}/$LIB:{_scratch["three"]}/${{PLATFORM}}";
        return ShowAsync(program: [], library: [], libraryPath: place, inTokens: true);
    }

    [Fact]
    public Task Relative_and_empty_entries_lead_to_the_current_directory() =>
        ShowAsync(program: [], library: [], libraryPath: ":one", a: "one", b: "one");

    [Fact]
    public Task A_semicolon_separates_in_LD_LIBRARY_PATH() =>
        ShowAsync(program: [], library: [], libraryPath: $"{_scratch["nowhere"]};{_scratch["two"]}", a: "two", b: "two");

    [Fact]
    public async Task A_file_without_default_directories_finds_nothing_in_them()
    {
        var program = await CCompiler.BuildAsync(_scratch["bin/plain"], "int main(void) { return 0; }", "-Wl,-z,nodefaultlib");

        await AgreeAsync(program, null);

        Assert.Contains(Read(program, null).Missing, m => m.Need.Name == "libc.so.6");
    }

    [Fact]
    public async Task A_library_for_another_machine_is_passed_over()
    {
        await BuildAsync([], []);
        Directory.CreateDirectory(_scratch["other"]);
        await ElfBytes.CopyForOtherMachineAsync(_scratch["one/liba.so"], _scratch["other/liba.so"]);

        await AgreeAsync(_scratch["bin/program"], $"{_scratch["other"]}:{_scratch["two"]}");
    }

    [Fact]
    public async Task A_library_found_under_two_names_is_one()
    {
        await BuildAsync([], []);
        File.CreateSymbolicLink(_scratch["one/liblink.so"], "libb.so");
        var program = await CCompiler.BuildAsync(
            _scratch["bin/twice"],
            "int main(void) { return 0; }",
            "-Wl,--no-as-needed",
            _scratch["one/liba.so"],
            "-Wl,-rpath-link," + _scratch["one"]
        );

        await AgreeAsync(program, _scratch["one"]);
    }

    [Fact]
    public async Task A_hardware_level_of_the_processor_is_preferred()
    {
        Assert.SkipUnless(GoPlatform.Host.Arch == "amd64", "glibc-hwcaps are looked at for x86-64 only.");
        await BuildAsync([], []);
        foreach (var level in new[] { "x86-64-v2", "x86-64-v3", "x86-64-v4" })
        {
            Directory.CreateDirectory(_scratch["one/glibc-hwcaps", level]);
            File.Copy(_scratch["two/liba.so"], _scratch["one/glibc-hwcaps", level, "liba.so"]);
        }

        await AgreeAsync(_scratch["bin/program"], _scratch["one"]);
    }

    [Fact]
    public async Task A_path_in_DT_NEEDED_is_taken_as_it_is()
    {
        var library = await CCompiler.BuildAsync(_scratch["odd/libodd.so"], "int odd(void) { return 1; }", "-shared", "-fPIC");
        var program = await CCompiler.BuildAsync(_scratch["bin/odd"], "int odd(void); int main(void) { return odd(); }", library);

        await AgreeAsync(program, null);

        Assert.Equal(LibraryOrigin.Path, Read(program, null).Files.Single(f => f.Path == library).Origin);
    }

    private async Task ShowAsync(
        string[] program,
        string[] library,
        string? libraryPath = null,
        string? a = null,
        string? b = null,
        string? missing = null,
        bool inTokens = false
    )
    {
        await BuildAsync(program, library);
        if (inTokens)
        {
            var triplet = GoToolchain.Inspection.Linkage.Glibc.GlibcAbi.MultiarchName(GoPlatform.Host.Arch)!;
            foreach (var place in new[] { $"three/lib/{triplet}", "three/lib64", "three/lib" })
            {
                Directory.CreateDirectory(_scratch[place]);
                File.Copy(_scratch["one/liba.so"], _scratch[place, "liba.so"]);
            }

            var platform = GoToolchain.Inspection.Linkage.Glibc.GlibcAbi.Platform(GoPlatform.Host.Arch);
            Directory.CreateDirectory(_scratch["three", platform]);
            File.Copy(_scratch["one/libb.so"], _scratch["three", platform, "libb.so"]);
        }

        await AgreeAsync(_scratch["bin/program"], libraryPath);

        var report = Read(_scratch["bin/program"], libraryPath);
        Assert.Equal(missing is null ? [] : [missing], report.Missing.Select(m => m.Need.Name));
        Expect("liba.so", a);
        Expect("libb.so", b);

        void Expect(string name, string? directory)
        {
            if (directory is not null)
            {
                var found = Path.GetFullPath(report.Files.Single(f => f.Name == name).Path);
                Assert.Equal(_scratch[directory, name], found);
            }
        }
    }

    private async Task BuildAsync(string[] program, string[] library)
    {
        foreach (var directory in new[] { "one", "two" })
        {
            var b = await CCompiler.BuildLibraryAsync(_scratch[directory, "libb.so"], "int b(void) { return 1; }");
            await CCompiler.BuildLibraryAsync(_scratch[directory, "liba.so"], "int b(void); int a(void) { return b(); }", [b, .. library]);
        }

        await CCompiler.BuildAsync(
            _scratch["bin/program"],
            "int a(void); int main(void) { return a(); }",
            [_scratch["one/liba.so"], "-Wl,-rpath-link," + _scratch["one"], .. program]
        );
    }

    private LinkageReport Read(string file, string? libraryPath) =>
        GoLinkage.Read(file, LinkageMachine.With(libraryPath), new LinkageOptions { WorkingDirectory = _scratch.Root });

    private async Task AgreeAsync(string file, string? libraryPath)
    {
        var real = await RealLoader.ListAsync(
            file,
            new Dictionary<string, string?> { ["LD_LIBRARY_PATH"] = libraryPath, ["LD_PRELOAD"] = null },
            _scratch.Root
        );
        var ours = RealLoader.NamesOf(Read(file, libraryPath));
        Assert.NotNull(real);
        Assert.Equal(Shown(real), Shown(ours));

        // The loader writes what it found with the current directory left out.
        string[] Shown(IEnumerable<KeyValuePair<string, string>> files) =>
            [.. files.Select(f => $"{f.Key} => {(f.Value == "not found" ? f.Value : Path.GetFullPath(f.Value, _scratch.Root))}")];
    }
}
