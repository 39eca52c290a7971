namespace GoToolchain.Inspection.Rules;

/// <summary>A directory below <c>src</c>: one of a package, or one on the way to others.</summary>
/// <param name="path">Below <c>src</c>, with <c>/</c>: the import path of the package.</param>
/// <param name="name">Its last part.</param>
internal sealed class LibraryDirectory(string path, string name)
{
    private readonly Dictionary<string, LibraryDirectory> _children = new(StringComparer.Ordinal);

    /// <summary>Below <c>src</c>, with <c>/</c>: the import path of the package.</summary>
    public string Path => path;

    /// <summary>The last part of the path.</summary>
    public string Name => name;

    /// <summary>The package in it; null when there is none in any release.</summary>
    public LibraryPackage? Package { get; set; }

    /// <summary>The directories in it.</summary>
    public IReadOnlyCollection<LibraryDirectory> Children => _children.Values;

    /// <summary>All directories in it, at any depth, and itself.</summary>
    public IEnumerable<LibraryDirectory> Descendants => _children.Values.SelectMany(c => c.Descendants).Prepend(this);

    /// <summary>A directory in it; null when no release has one of that name.</summary>
    /// <param name="child">Its name.</param>
    public LibraryDirectory? Find(string child) => _children.GetValueOrDefault(child);

    /// <summary>Adds a directory and those on the way to it.</summary>
    /// <param name="below">Its path from here, with <c>/</c>.</param>
    public LibraryDirectory Add(string below)
    {
        var directory = this;
        foreach (var part in below.Split('/'))
        {
            if (!directory._children.TryGetValue(part, out var child))
            {
                child = new LibraryDirectory(directory.Path.Length == 0 ? part : $"{directory.Path}/{part}", part);
                directory._children.Add(part, child);
            }

            directory = child;
        }

        return directory;
    }
}
