using System.Buffers.Binary;
using System.Runtime.Versioning;
using System.Text;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>Windows programs that the assembler and linker of MinGW, from the distribution's package, have made.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PeLinkageTests : IDisposable
{
    private static readonly string[] s_imported = ["ours", "crt", "set", "gcc", "gccgo", "lazy"];

    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task What_Windows_brings_what_lies_beside_the_program_and_what_is_missing_are_told_apart()
    {
        await BuildAsync();

        var report = GoLinkage.Read(_scratch["program.exe"], LinkageMachine.With());

        Assert.Equal((ExecutableFormat.PortableExecutable, true, "amd64"), (report.Format, report.IsProgram, report.File.Arch));
        Assert.Equal(
            [
                ("Ours.dll", LibraryOrigin.ApplicationDirectory),
                ("api-ms-win-core-synch-l1-2-0.dll", LibraryOrigin.OperatingSystem),
                ("libgcc_s_seh-1.dll", LibraryOrigin.NotFound),
                ("libgo-21.dll", LibraryOrigin.NotFound),
                ("msvcrt.dll", LibraryOrigin.OperatingSystem),
            ],
            report.File.Needs.Select(n => (n.Name, n.Origin)).OrderBy(n => n.Name, StringComparer.Ordinal)
        );
        // Windows does not tell upper from lower case.
        Assert.Equal(_scratch["ours.dll"], report.Files[1].Path);
        Assert.Equal(
            [LinkageProblem.GccgoRuntimeMissing, LinkageProblem.LibraryMissing, LinkageProblem.WrongMachine],
            report.Findings.Select(f => f.Problem).Order()
        );
        Assert.Contains(
            "-extldflags=-static",
            report.Findings.Single(f => f.Subject == "libgcc_s_seh-1.dll").Cure,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_DLL_that_is_loaded_when_it_is_used_is_optional()
    {
        await BuildAsync();
        NameDelayedImports(_scratch["program.exe"], "lazy.dll");

        var need = GoLinkage.Read(_scratch["program.exe"], LinkageMachine.With()).File.Needs.Single(n => n.Name == "lazy.dll");

        Assert.True(need.IsOptional);
        Assert.False(need.IsFound);
    }

    [Fact]
    public async Task A_DLL_for_another_machine_beside_the_program_will_not_do()
    {
        await BuildAsync();
        var bytes = await File.ReadAllBytesAsync(_scratch["ours.dll"], TestContext.Current.CancellationToken);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(BitConverter.ToInt32(bytes, 0x3c) + 4), 0xaa64);
        await File.WriteAllBytesAsync(_scratch["ours.dll"], bytes, TestContext.Current.CancellationToken);

        var findings = GoLinkage.Read(_scratch["program.exe"], LinkageMachine.With()).Findings;

        Assert.Contains(findings, f => f.Problem == LinkageProblem.LibraryOfOtherMachine && f.Subject == _scratch["ours.dll"]);
    }

    private async Task BuildAsync()
    {
        _ = CCompiler.Path;
        var packages = await DebianPackages.UnpackAsync("binutils-mingw", "binutils-mingw-w64-x86-64");
        await AssembleAsync("ours", ".globl ours\n.text\nours: ret\n");
        await AssembleAsync(
            "program",
            ".globl start, __delayLoadHelper2\n.text\nstart: call ours\ncall crt\ncall set\ncall gcc\ncall gccgo\ncall lazy\nret\n__delayLoadHelper2: ret\n"
        );
        await RunAsync("ld", "-shared", "-o", _scratch["ours.dll"], _scratch["ours.o"], "-e", "ours");
        await ImportAsync("Ours.dll", "ours", "-l");
        await ImportAsync("msvcrt.dll", "crt", "-l");
        await ImportAsync("api-ms-win-core-synch-l1-2-0.dll", "set", "-l");
        await ImportAsync("libgcc_s_seh-1.dll", "gcc", "-l");
        await ImportAsync("libgo-21.dll", "gccgo", "-l");
        await ImportAsync("lazy.dll", "lazy", "-y");
        string[] imports = [.. s_imported.Select(n => _scratch[n + ".a"])];
        await RunAsync("ld", ["-o", _scratch["program.exe"], _scratch["program.o"], .. imports, "-e", "start"]);

        async Task AssembleAsync(string name, string code) =>
            await RunAsync("as", "-o", _scratch[name + ".o"], _scratch.CreateFile(name + ".s", code));

        Task ImportAsync(string library, string function, string kind) =>
            RunAsync(
                "dlltool",
                "-d",
                _scratch.CreateFile(function + ".def", $"LIBRARY {library}\nEXPORTS\n{function}\n"),
                kind,
                _scratch[function + ".a"]
            );

        Task RunAsync(string program, params string[] arguments) =>
            CCompiler.RunAsync(Path.Combine(packages, "usr/bin/x86_64-w64-mingw32-" + program), arguments, directory: _scratch.Root);
    }

    // This linker writes the table of delayed imports, and leaves its place in the header empty.
    private static void NameDelayedImports(string file, string library)
    {
        var bytes = File.ReadAllBytes(file);
        var pe = BitConverter.ToInt32(bytes, 0x3c);
        var (sections, optional) = (BitConverter.ToUInt16(bytes, pe + 6), BitConverter.ToUInt16(bytes, pe + 20));
        var name = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(library + "\0"));
        for (var i = 0; i < sections; i++)
        {
            var section = pe + 24 + optional + (40 * i);
            var (address, size, offset) = (
                BitConverter.ToInt32(bytes, section + 12),
                BitConverter.ToInt32(bytes, section + 16),
                BitConverter.ToInt32(bytes, section + 20)
            );
            var wanted = new byte[8];
            BinaryPrimitives.WriteInt32LittleEndian(wanted, 1);
            BinaryPrimitives.WriteInt32LittleEndian(wanted.AsSpan(4), AddressOf(bytes, name, pe + 24 + optional, sections));
            var at = bytes.AsSpan(offset, size).IndexOf(wanted);
            if (at >= 0)
            {
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(pe + 24 + 112 + (13 * 8)), address + at);
                // An entry of zeros ends the table; what lies there is for programs that start with the C library.
                bytes.AsSpan(offset + at + 32, 32).Clear();
                File.WriteAllBytes(file, bytes);
                return;
            }
        }

        Assert.Fail("There is no table of delayed imports.");
    }

    private static int AddressOf(byte[] bytes, int place, int table, int sections)
    {
        for (var section = table; section < table + (40 * sections); section += 40)
        {
            var (size, offset) = (BitConverter.ToInt32(bytes, section + 16), BitConverter.ToInt32(bytes, section + 20));
            if (place >= offset && place < offset + size)
            {
                return BitConverter.ToInt32(bytes, section + 12) + place - offset;
            }
        }

        throw new InvalidOperationException("The name is in no section.");
    }
}
