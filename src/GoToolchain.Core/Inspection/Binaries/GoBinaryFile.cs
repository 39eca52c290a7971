using GoToolchain.Inspection.Binaries;

namespace GoToolchain;

/// <summary>What a program or library says about itself: its headers, and what Go left in it. The file is read, never run.</summary>
public sealed record GoBinaryFile
{
    /// <summary>The file: absolute; the name that was given for a stream.</summary>
    public required string File { get; init; }

    /// <summary>A Go program, or why it is none.</summary>
    public required GoBinaryVerdict Verdict { get; init; }

    /// <summary>The verdict in words: one sentence; empty for a Go program.</summary>
    public required string Reason { get; init; }

    /// <summary>What Go left in it; null when there is none. It may be there in a damaged file too.</summary>
    public GoBuildInfo? BuildInfo { get; init; }

    /// <summary>The format.</summary>
    public ExecutableFormat Format { get; init; }

    /// <summary>GOARCH of the header; null when Go has no port to that machine, or there is no header.</summary>
    public string? Architecture { get; init; }

    /// <summary>GOARCH of each part of a universal file of macOS, of which the first is described here; empty for other files.</summary>
    public IReadOnlyList<string> Architectures { get; init; } = [];

    /// <summary>GOOS, from the header, which does not always tell; from the build settings where it does not; else null.</summary>
    public string? System { get; init; }

    /// <summary>The platform that it is for; null when the file does not tell it all.</summary>
    public GoPlatform? Platform => System is not null && Architecture is not null ? new GoPlatform(System, Architecture) : null;

    /// <summary>What it is for.</summary>
    public GoBinaryKind Kind { get; init; }

    /// <summary>The build mode of Go: <c>exe</c>, <c>pie</c>, <c>c-shared</c>, <c>plugin</c>, …; null when it was not recorded (before Go 1.20).</summary>
    public string? BuildMode => BuildInfo?.Setting("-buildmode");

    /// <summary>It needs a loader or shared libraries.</summary>
    public bool IsDynamic { get; init; }

    /// <summary>The loader that it asks for, for example <c>/lib64/ld-linux-x86-64.so.2</c>; null when there is none.</summary>
    public string? Interpreter { get; init; }

    /// <summary>It has no table of symbols (<c>-ldflags=-s</c>, <c>strip</c>).</summary>
    public bool IsStripped { get; init; }

    /// <summary>It holds DWARF debug information (<c>-ldflags=-w</c> and <c>strip</c> leave none).</summary>
    public bool HasDebugInfo { get; init; }

    /// <summary>It exports the symbols of cgo to C code (<c>_cgo_…</c>); null when its format does not tell.</summary>
    public bool? ExportsCgo { get; init; }

    /// <summary>Reads a program or library.</summary>
    /// <param name="file">Absolute.</param>
    /// <returns>What it says; a file that is none, or that Go did not build, is a verdict and not an exception.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.FileNotInspectable"/>: it does not exist, or is no regular file with bytes;
    /// <see cref="GoErrorCodes.FileNotReadable"/>: it may not be read.</exception>
    public static GoBinaryFile Inspect(string file)
    {
        using var source = BinaryFileAccess.Open(file);
        return BinaryFileAccess.Guard(file, () => Inspect(source, file));
    }

    /// <summary>Reads a program or library from a stream.</summary>
    /// <param name="stream">It can be read and can seek. It is read where needed, and stays open.</param>
    /// <param name="name">What to call it.</param>
    public static GoBinaryFile Inspect(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var source = new StreamByteSource(stream);
        return Inspect(source, name);
    }

    internal static GoBinaryFile Inspect(ByteSource source, string name)
    {
        var reading = GoBuildInfoReader.Read(source, versionOnly: false);
        var (verdict, reason) = (reading.Verdict, reading.Reason);
        BinaryTraits traits = default;
        try
        {
            traits = reading.Image?.ReadTraits() ?? default;
        }
        catch (BinaryDamageException e)
        {
            (verdict, reason) = (GoBinaryVerdict.Damaged, reason.Length > 0 ? reason : e.Message);
        }

        var isDotNet = traits.IsDotNet && verdict == GoBinaryVerdict.NoBuildInfo;
        if (isDotNet)
        {
            reason = "it holds no Go build information: it is a .NET assembly";
        }

        return new GoBinaryFile
        {
            File = name,
            Verdict = verdict,
            Reason = reason.Length == 0 ? "" : $"{name}: {reason}.",
            BuildInfo = reading.Info,
            Format = reading.Image?.Format ?? ExecutableFormat.Unknown,
            // The header of an assembly names 32-bit Windows, whatever runs it.
            Architecture = isDotNet ? null : reading.Image?.Arch,
            Architectures = reading.Architectures ?? [],
            System = isDotNet ? null : reading.Info?.Setting("GOOS") ?? reading.Image?.Os,
            Kind = traits.Kind,
            IsDynamic = traits.IsDynamic,
            Interpreter = traits.Interpreter,
            IsStripped = reading.Image is not null && !traits.HasSymbols,
            HasDebugInfo = traits.HasDebugInfo,
            ExportsCgo = traits.ExportsCgo,
        };
    }
}
