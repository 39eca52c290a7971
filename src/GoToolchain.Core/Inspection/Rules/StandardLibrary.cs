namespace GoToolchain.Inspection.Rules;

/// <summary>
/// The packages of the standard library and their source files, in every release that was looked at. Made by eng/standard-library.sh from real
/// trees; the source tree of a release is the same for all platforms.
/// </summary>
internal sealed class StandardLibrary
{
    private const string Resource = "GoToolchain.Inspection.Rules.standard-library.txt";

    private static readonly Lazy<StandardLibrary> s_instance = new(Load);

    private StandardLibrary(IReadOnlyList<GoVersion> releases) => Releases = releases;

    /// <summary>The one.</summary>
    public static StandardLibrary Instance => s_instance.Value;

    /// <summary>The releases that were looked at, oldest first.</summary>
    public IReadOnlyList<GoVersion> Releases { get; }

    /// <summary>The directory <c>src</c>: those of the packages are below it.</summary>
    public LibraryDirectory Root { get; } = new("", "");

    /// <summary>Every package.</summary>
    public IEnumerable<LibraryDirectory> Packages => Root.Descendants.Where(d => d.Package is not null);

    private static StandardLibrary Load()
    {
        using var reader = new StreamReader(
            typeof(StandardLibrary).Assembly.GetManifestResourceStream(Resource)
                ?? throw new InvalidOperationException($"{Resource} is missing.")
        );
        StandardLibrary? library = null;
        LibraryPackage? package = null;
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            switch (words)
            {
                case ["#", ..]:
                    break;
                case ["releases", .. var names]:
                    library = new StandardLibrary([.. names.Select(n => GoVersion.Parse(n))]);
                    break;
                case ["", var file]:
                    package!.AddFile(file, package.Trees);
                    break;
                case ["", var file, var trees]:
                    package!.AddFile(file, ReleaseSet.Parse(trees));
                    break;
                case [var path, var trees, var needed, var since]:
                    package = new LibraryPackage(
                        ReleaseSet.Parse(trees),
                        ReleaseSet.Parse(needed),
                        since == "-" ? null : int.Parse(since, null)
                    );
                    library!.Root.Add(path).Package = package;
                    break;
                default:
                    throw new InvalidOperationException($"{Resource} has a line that is not understood: {line}");
            }
        }

        return library!;
    }
}
