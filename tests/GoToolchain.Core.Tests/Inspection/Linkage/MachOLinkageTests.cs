using System.Buffers.Binary;
using System.Text;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>The paths of macOS libraries, with headers that a linker for macOS would write.</summary>
public sealed class MachOLinkageTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void The_places_of_rpath_loader_path_and_executable_path_are_found()
    {
        Write("bin/program", 2, (0xc, "@rpath/liba.dylib"), (0x8000001c, "@executable_path/../lib"), (0xc, "/usr/lib/libSystem.B.dylib"));
        // The search goes on with the LC_RPATH of those that needed it.
        Write("lib/liba.dylib", 6, (0xd, "@rpath/liba.dylib"), (0xc, "@loader_path/deep/libb.dylib"), (0xc, "@rpath/libc.dylib"));
        Write("lib/deep/libb.dylib", 6, (0xc, "@executable_path/libd.dylib"));
        Write("lib/libc.dylib", 6);
        Write("bin/libd.dylib", 6);

        var report = GoLinkage.Read(_scratch["bin/program"], LinkageMachine.With());

        Assert.Equal(
            ["bin/program", "lib/liba.dylib", "lib/deep/libb.dylib", "lib/libc.dylib", "bin/libd.dylib"],
            report.Files.Select(f => Path.GetRelativePath(_scratch.Root, f.Path))
        );
        Assert.Equal("@rpath/liba.dylib", report.Files[1].OwnName);
        Assert.Equal(LinkageProblem.WrongMachine, Assert.Single(report.Findings).Problem);
    }

    [Fact]
    public void A_library_that_no_rpath_leads_to_is_missing_and_a_weak_one_is_optional()
    {
        Write("bin/program", 2, (0xc, "@rpath/liba.dylib"), (0x8000001c, "@loader_path/lib"), (0x80000018, "@rpath/libweak.dylib"));

        var report = GoLinkage.Read(_scratch["bin/program"], LinkageMachine.With());

        Assert.Equal("@rpath/liba.dylib", Assert.Single(report.Missing).Need.Name);
        Assert.Contains(
            "-rpath,@loader_path",
            report.Findings.Single(f => f.Problem == LinkageProblem.LibraryMissing).Cure,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_a_universal_file_the_part_for_this_machine_is_read()
    {
        var (arm, intel) = (ToBytes(0x0100000c, 6, (0xc, "/opt/arm.dylib")), ToBytes(0x01000007, 6, (0xc, "/opt/intel.dylib")));
        var file = new byte[16384 + 4096 + intel.Length];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0xcafebabe);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(4), 2);
        Part(8, 0x0100000c, 16384, arm.Length);
        Part(28, 0x01000007, 16384 + 4096, intel.Length);
        arm.CopyTo(file, 16384);
        intel.CopyTo(file, 16384 + 4096);
        File.WriteAllBytes(_scratch["universal.dylib"], file);

        var need = Assert.Single(GoLinkage.Read(_scratch["universal.dylib"], LinkageMachine.With()).File.Needs);

        Assert.Equal(GoPlatform.Host.Arch == "arm64" ? "/opt/arm.dylib" : "/opt/intel.dylib", need.Name);

        void Part(int at, uint machine, int offset, int length)
        {
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at), machine);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(at + 8), offset);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(at + 12), length);
        }
    }

    private void Write(string path, uint type, params (uint Command, string Text)[] commands)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_scratch[path])!);
        File.WriteAllBytes(_scratch[path], ToBytes(0x0100000c, type, commands));
    }

    private static byte[] ToBytes(uint machine, uint type, params (uint Command, string Text)[] commands)
    {
        var bytes = new MemoryStream();
        foreach (var (command, text) in commands)
        {
            var start = command is 0x8000001c ? 12 : 24;
            var size = (start + Encoding.UTF8.GetByteCount(text) + 8) & ~7;
            var entry = new byte[size];
            BinaryPrimitives.WriteUInt32LittleEndian(entry, command);
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(4), size);
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(8), start);
            Encoding.UTF8.GetBytes(text).CopyTo(entry, start);
            bytes.Write(entry);
        }

        var head = new byte[32];
        uint[] fields = [0xfeedfacf, machine, 0, type, (uint)commands.Length, (uint)bytes.Length, 0, 0];
        Buffer.BlockCopy(fields, 0, head, 0, head.Length);
        return [.. head, .. bytes.ToArray()];
    }
}
