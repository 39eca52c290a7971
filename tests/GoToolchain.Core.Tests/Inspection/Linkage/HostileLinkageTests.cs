using CliWrap;
using CsCheck;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>Files that lie end in a report or in an error with a code, and cost little.</summary>
public sealed class HostileLinkageTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_hundred_thousand_needs_are_cut_short_and_said_to_be_too_many()
    {
        var file = new SyntheticElf { Needed = Enumerable.Range(0, 100_000).Select(i => $"lib{i}.so") }.Write(_scratch["many.so"]);

        var report = GoLinkage.Read(file, LinkageMachine.With());

        Assert.True(report.IsCutShort);
        Assert.Contains(report.Findings, f => f.Problem == LinkageProblem.TooManyNeeds);
        Assert.InRange(report.File.Needs.Count, 1000, 10_000);
        Assert.InRange(report.Findings.Count, 2, 200);
    }

    [Fact]
    public void Thousands_of_directories_for_thousands_of_needs_do_not_multiply_without_end()
    {
        var directory = _scratch.CreateDirectory("d");
        var list = string.Join(':', Enumerable.Range(1, 300).Select(i => directory + string.Concat(Enumerable.Repeat("/.", i))));
        var file = new SyntheticElf { RPath = list[..60_000], Needed = Enumerable.Range(0, 4000).Select(i => $"lib{i}.so") }.Write(
            _scratch["wide.so"]
        );

        Assert.True(GoLinkage.Read(file, LinkageMachine.With()).IsCutShort);
    }

    [Fact]
    public void Libraries_that_need_each_other_are_each_listed_once()
    {
        var file = new SyntheticElf { Needed = ["b.so"], RunPath = "$ORIGIN" }.Write(_scratch["a.so"]);
        new SyntheticElf { Needed = ["a.so", "b.so", "c.so"], RunPath = "$ORIGIN" }.Write(_scratch["b.so"]);
        new SyntheticElf { Needed = ["b.so"], RunPath = "$ORIGIN" }.Write(_scratch["c.so"]);

        var report = GoLinkage.Read(file, LinkageMachine.With());

        Assert.Equal(
            [file, _scratch["b.so"], _scratch["c.so"]],
            report.Files.Where(f => f.Origin != LibraryOrigin.Loader).Select(f => f.Path)
        );
        Assert.Same(report.File, report.Files[1].Needs[0].File);
    }

    [Fact]
    public void A_chain_of_a_thousand_libraries_is_followed_to_its_end()
    {
        for (var i = 0; i < 1000; i++)
        {
            new SyntheticElf { Needed = [$"n{i + 1}.so"], RunPath = "$ORIGIN" }.Write(_scratch[$"n{i}.so"]);
        }

        var report = GoLinkage.Read(_scratch["n0.so"], LinkageMachine.With());

        Assert.Equal("n1000.so", Assert.Single(report.Missing).Need.Name);
        Assert.Equal(1000, report.Files.Count(f => f.Origin != LibraryOrigin.Loader));
    }

    [Fact]
    public async Task A_pipe_in_the_place_of_a_library_is_not_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in directories.");
        await Cli.Wrap("mkfifo").WithArguments(_scratch["pipe.so"]).ExecuteAsync(TestContext.Current.CancellationToken);
        var file = new SyntheticElf { Needed = ["pipe.so"], RunPath = "$ORIGIN" }.Write(_scratch["user.so"]);

        var finding = Assert.Single(GoLinkage.Read(file, LinkageMachine.With()).Findings);

        Assert.Equal(LinkageProblem.LibraryDamaged, finding.Problem);
        Assert.Equal(_scratch["pipe.so"], finding.Subject);
    }

    [Fact]
    public async Task A_pipe_a_directory_and_nothing_are_refused_as_the_file_itself()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in directories.");
        await Cli.Wrap("mkfifo").WithArguments(_scratch["pipe"]).ExecuteAsync(TestContext.Current.CancellationToken);

        foreach (var file in new[] { _scratch["pipe"], _scratch.Root, _scratch["nothing"] })
        {
            var error = Assert.Throws<GoToolchainException>(() => GoLinkage.Read(file, LinkageMachine.With()));
            Assert.Equal(GoErrorCodes.FileNotInspectable, error.Code);
        }
    }

    [Theory]
    [InlineData("#!/bin/sh\n")]
    [InlineData("text")]
    [InlineData("\u007fELF")]
    [InlineData("MZ")]
    public void What_is_no_program_is_refused_with_a_reason(string content)
    {
        var error = Assert.Throws<GoToolchainException>(() => GoLinkage.Read(_scratch.CreateFile("file", content), LinkageMachine.With()));

        Assert.Equal(GoErrorCodes.NotAProgram, error.Code);
    }

    [Fact]
    public void A_library_whose_name_table_is_huge_is_read_in_small_pieces()
    {
        var bytes = new SyntheticElf { Needed = ["libc.so.6"] }.ToBytes();
        var file = _scratch["huge.so"];
        File.WriteAllBytes(file, bytes);
        using (var stream = File.OpenWrite(file))
        {
            // A sparse terabyte behind the headers, all of which the loaded segment and the string table claim to be.
            stream.SetLength(1L << 40);
        }

        foreach (var at in new[] { 64 + 32, 64 + 40, 64 + 112 + (16 * 2) + 8 })
        {
            using var stream = File.OpenWrite(file);
            stream.Position = at;
            stream.Write(BitConverter.GetBytes(1L << 40));
        }

        Assert.Equal("libc.so.6", Assert.Single(GoLinkage.Read(file, LinkageMachine.With()).File.Needs).Name);
    }

    [Fact]
    public async Task Damaged_programs_never_crash_the_reader()
    {
        var real = await CCompiler.BuildAsync(
            _scratch["real"],
            "#include <math.h>\nint main(int c, char **v) { return (int)sqrt(c); }",
            "-lm",
            "-Wl,-rpath,$ORIGIN/lib"
        );
        var seeds = new[]
        {
            await File.ReadAllBytesAsync(real, TestContext.Current.CancellationToken),
            new SyntheticElf
            {
                Needed = ["a.so", "b.so"],
                RPath = "$ORIGIN:/x",
                Soname = "s.so",
                Interpreter = "/lib/ld-musl-x86_64.so.1",
            }.ToBytes(),
        };
        var host = LinkageMachine.With();
        var number = 0;
        Gen.Select(Gen.Int[0, 1], Gen.Select(Gen.Int[0, 20_000], Gen.Byte).Array[1, 40], Gen.Int[0, 20_000])
            .Sample(
                (seed, changes, cut) =>
                {
                    var bytes = seeds[seed].AsSpan(0, seeds[seed].Length).ToArray();
                    foreach (var (at, value) in changes)
                    {
                        // Two of three changes hit headers, where they do most.
                        bytes[at % 3 == 0 ? at % bytes.Length : at % Math.Min(bytes.Length, 1200)] = value;
                    }

                    var file = _scratch[$"damaged{Interlocked.Increment(ref number)}"];
                    File.WriteAllBytes(file, cut % 4 == 0 ? bytes[..(cut % bytes.Length)] : bytes);
                    ReadOrRefuse(file, host);
                    File.Delete(file);
                },
                seed: "0000KLmNoP01",
                iter: 3000,
                threads: 1
            );
    }

    internal static void ReadOrRefuse(string file, HostMachine host)
    {
        try
        {
            Assert.NotEmpty(GoLinkage.Read(file, host).Files);
        }
        catch (GoToolchainException e)
        {
            Assert.Contains(e.Code, new[] { GoErrorCodes.NotAProgram, GoErrorCodes.FileNotInspectable });
        }
    }
}
