using System.Buffers;

namespace GoToolchain.Inspection.Binaries;

internal sealed partial class ElfImage
{
    private const ulong Flags1 = 0x6ffffffb; // DT_FLAGS_1
    private const ulong PositionIndependent = 0x08000000; // DF_1_PIE
    private const ulong Needed = 1; // DT_NEEDED
    private const ulong SharedName = 14; // DT_SONAME
    private const int MostTableBytes = 1 << 16;

    public override BinaryTraits ReadTraits()
    {
        var (isPie, isNamed, needsLibraries) = ReadDynamic();
        var interpreter = ReadInterpreter();
        Os ??= SystemOf(interpreter);
        var kind = _type switch
        {
            Executable => GoBinaryKind.Program,
            // A C library that can be run, as that of GNU, has a loader and a name of its own.
            Shared when isPie || (interpreter is not null && !isNamed) => GoBinaryKind.PositionIndependentProgram,
            Shared => GoBinaryKind.SharedLibrary,
            _ => GoBinaryKind.Other,
        };
        var isDynamic = interpreter is not null || needsLibraries || kind == GoBinaryKind.SharedLibrary;
        return new BinaryTraits(kind, isDynamic, interpreter, _hasSymbols, _hasDebugInfo, ExportsCgo());
    }

    // The dynamic section is a table of pairs: a tag and a value.
    private (bool IsPie, bool IsNamed, bool NeedsLibraries) ReadDynamic()
    {
        var (isPie, isNamed, needsLibraries) = (false, false, false);
        if (_dynamic is not { } range)
        {
            return default;
        }

        var size = _is64 ? 16 : 8;
        Span<byte> pair = stackalloc byte[size];
        var count = Math.Min(range.Length, MostTableBytes) / (ulong)size;
        for (ulong i = 0; i < count; i++)
        {
            Source.ReadExactly(range.Offset + (i * (ulong)size), pair, "the dynamic section");
            var fields = new Fields(pair, _isLittle);
            var (tag, value) = (fields.Address(0, _is64), fields.Address(size / 2, _is64));
            if (tag == 0)
            {
                break;
            }

            needsLibraries |= tag == Needed;
            isNamed |= tag == SharedName;
            isPie |= tag == Flags1 && (value & PositionIndependent) != 0;
        }

        return (isPie, isNamed, needsLibraries);
    }

    // runtime/cgo exports `_cgo_topofstack` and others wherever C code may call back into Go.
    private bool? ExportsCgo()
    {
        if (_dynamicSymbols is not { } symbols || _dynamicNames is not { } names || names.Offset > long.MaxValue)
        {
            return null;
        }

        var length = (int)Math.Min(Math.Min(names.Size, MostTableBytes), (ulong)Source.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var known = buffer.AsSpan(0, Source.Read((long)names.Offset, buffer.AsSpan(0, length)));
            return AnyDefined(symbols, known, "_cgo_"u8);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool AnyDefined(Section symbols, ReadOnlySpan<byte> names, ReadOnlySpan<byte> prefix)
    {
        var size = _is64 ? 24 : 16;
        Span<byte> entry = stackalloc byte[size];
        var count = Math.Min(symbols.Size, 4 * MostTableBytes) / (ulong)size;
        for (ulong i = 0; i < count; i++)
        {
            Source.ReadExactly(symbols.Offset + (i * (ulong)size), entry, "the table of dynamic symbols");
            var fields = new Fields(entry, _isLittle);
            var (name, section) = (fields.Word(0), fields.Half(_is64 ? 6 : 14));
            if (section != 0 && name < names.Length && names[(int)name..].StartsWith(prefix))
            {
                return true;
            }
        }

        return false;
    }

    // Where the loader of a system lies; see `Linuxdynld` and its kin in cmd/link/internal/*/obj.go.
    private static string? SystemOf(string? interpreter) =>
        interpreter switch
        {
            null => null,
            _ when interpreter.Contains("/ld-linux", StringComparison.Ordinal)
                    || interpreter.Contains("/ld-musl", StringComparison.Ordinal) => "linux",
            "/lib64/ld64.so.1" or "/lib64/ld64.so.2" => "linux",
            "/system/bin/linker" or "/system/bin/linker64" => "android",
            "/lib/amd64/ld.so.1" => "solaris",
            "/usr/libexec/ld-elf.so.2" => "dragonfly",
            "/libexec/ld-elf.so.1" or "/usr/libexec/ld-elf.so.1" => "freebsd",
            "/libexec/ld.elf_so" or "/usr/libexec/ld.elf_so" => "netbsd",
            "/usr/libexec/ld.so" => "openbsd",
            _ => null,
        };
}
