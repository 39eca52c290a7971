using System.Buffers.Binary;

namespace GoToolchain.Fixtures;

/// <summary>
/// A minimal GOROOT: just what a look at the files asks for, with programs that have the real header of this machine's programs and cannot run.
/// For tests that damage trees; for anything that has to run there is <see cref="TestGo"/>.
/// </summary>
public sealed class SyntheticGoRoot
{
    private const UnixFileMode Executable =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    private SyntheticGoRoot(string root, GoPlatform platform) => (Root, Platform) = (root, platform);

    /// <summary>GOROOT: absolute.</summary>
    public string Root { get; }

    /// <summary>The platform of its programs.</summary>
    public GoPlatform Platform { get; }

    /// <summary>The <c>go</c> command.</summary>
    public string Go => this["bin/go" + Platform.ExecutableSuffix];

    /// <summary>A path inside it.</summary>
    /// <param name="path">Relative, with <c>/</c>.</param>
    public string this[string path] => Path.Combine(Root, path);

    /// <summary>Lays down a complete tree.</summary>
    /// <param name="root">Where: absolute.</param>
    /// <param name="version">For its VERSION file.</param>
    /// <param name="platform">Null: this machine's.</param>
    public static SyntheticGoRoot Create(string root, string version = "1.24.4", GoPlatform? platform = null)
    {
        var tree = new SyntheticGoRoot(root, platform ?? GoPlatform.Host);
        tree.Write("VERSION", $"go{version}\ntime 2025-05-29T19:37:36Z\n");
        tree.WriteProgram("bin/go");
        tree.WriteProgram("bin/gofmt");
        foreach (var tool in (string[])["asm", "compile", "cgo", "link", "vet"])
        {
            tree.WriteProgram($"pkg/tool/{tree.Platform.Os}_{tree.Platform.Arch}/{tool}");
        }

        tree.Write("pkg/include/textflag.h", "");
        tree.Write("src/fmt/print.go", "package fmt\n");
        tree.Write("src/runtime/proc.go", "package runtime\n");
        return tree;
    }

    /// <summary>Writes a file.</summary>
    /// <param name="path">Relative.</param>
    /// <param name="text">Its content.</param>
    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
    }

    /// <summary>Writes a program of <see cref="Platform"/>.</summary>
    /// <param name="path">Relative, without <c>.exe</c>.</param>
    public void WriteProgram(string path)
    {
        var file = this[path + Platform.ExecutableSuffix];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, Header(Platform));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, Executable);
        }
    }

    /// <summary>Removes a file or a directory.</summary>
    /// <param name="path">Relative.</param>
    public void Remove(string path)
    {
        if (Directory.Exists(this[path]))
        {
            Directory.Delete(this[path], recursive: true);
        }
        else
        {
            File.Delete(this[path]);
        }
    }

    /// <summary>The first bytes of a program of a platform.</summary>
    /// <param name="platform">For this machine's, they are those of the running test.</param>
    public static byte[] Header(GoPlatform platform)
    {
        ArgumentNullException.ThrowIfNull(platform);
        var head = new byte[512];
        if (platform == GoPlatform.Host)
        {
            using var own = File.OpenRead(Environment.ProcessPath!);
            own.ReadExactly(head);
            return head;
        }

        switch (platform.Os)
        {
            case "windows":
                "MZ"u8.CopyTo(head);
                BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(0x3c), 0x80);
                "PE\0\0"u8.CopyTo(head.AsSpan(0x80));
                BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(0x84), Machine(platform, amd64: 0x8664, arm64: 0xaa64, x86: 0x014c));
                return head;
            case "darwin":
                BinaryPrimitives.WriteUInt32LittleEndian(head, 0xfeedfacf);
                BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), 0x01000000u + Machine(platform, amd64: 7, arm64: 12));
                return head;
            default:
                new byte[] { 0x7f, (byte)'E', (byte)'L', (byte)'F', (byte)(platform.Arch == "386" ? 1 : 2), 1, 1 }.CopyTo(head, 0);
                BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(18), Machine(platform, amd64: 62, arm64: 183, x86: 3));
                return head;
        }
    }

    private static ushort Machine(GoPlatform platform, ushort amd64, ushort arm64, ushort x86 = 0) =>
        platform.Arch switch
        {
            "amd64" => amd64,
            "arm64" => arm64,
            "386" when x86 != 0 => x86,
            _ => throw new ArgumentException($"No header is at hand for {platform}.", nameof(platform)),
        };
}
