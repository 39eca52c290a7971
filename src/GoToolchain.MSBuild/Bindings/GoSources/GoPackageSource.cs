using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GoToolchain.MSBuild.Bindings.GoSources;

/// <summary>The Go files of a library, all of them: what a build constraint leaves out is in no header, and is never asked for.</summary>
/// <param name="Files">By name.</param>
internal sealed record GoPackageSource(IReadOnlyList<GoFile> Files)
{
    public static GoPackageSource Read(string directory) =>
        new([
            .. Directory
                .EnumerateFiles(directory, "*.go")
                .Where(f => !f.EndsWith("_test.go", StringComparison.Ordinal) && Path.GetFileName(f)[0] is not ('_' or '.'))
                .Order(StringComparer.Ordinal)
                .Select(f => GoFileReader.Read(f, File.ReadAllText(f))),
        ]);

    public IEnumerable<GoExport> Exports => Files.SelectMany(f => f.Exports);

    /// <summary>The export that C knows by a name; of several (one per system) the one that fits the number of parameters.</summary>
    public GoExport? Find(string name, int parameters) =>
        Exports.Where(e => e.Name == name).OrderBy(e => e.Parameters.Count == parameters ? 0 : 1).FirstOrDefault();

    /// <summary>What a type of the package stands for, in the end: <c>samples</c> is <c>[]C.calc_sample</c>.</summary>
    public string Resolve(string type)
    {
        // A type cannot stand for itself, but this is not the compiler.
        for (var depth = 0; depth < 16; depth++)
        {
            var found = Files.Select(f => f.Types.GetValueOrDefault(type)).FirstOrDefault(t => t is not null);
            if (found is null)
            {
                break;
            }

            type = found;
        }

        return type;
    }

    /// <summary>A number that changes when a caller has to be compiled anew: of all exports, and of the C declarations that they use.</summary>
    public ulong Fingerprint()
    {
        var lines = Exports
            .Select(e => e.Signature)
            .Concat(Files.SelectMany(f => f.Types.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key}={t.Value}"))))
            .Order(StringComparer.Ordinal)
            .Concat(Files.SelectMany(f => f.Preambles).Select(p => p.ReplaceLineEndings("\n")));
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', lines))));
    }
}
