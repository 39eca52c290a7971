using System.Globalization;
using GoToolchain.Recovery.Content;

namespace GoToolchain.Recovery.Watching;

/// <summary>What differs in a watched tree now. It takes bounded room: beyond a hundred thousand, differences are only counted.</summary>
internal sealed class TreeDifferences
{
    private const int MostKept = 100_000;
    private readonly Dictionary<string, HashSet<ContentDifferenceKind>> _kinds = new(StringComparer.Ordinal);
    private readonly object _gate = new();
    private int _more;

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _more + _kinds.Values.Sum(k => k.Count);
            }
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _kinds.Clear();
            _more = 0;
        }
    }

    /// <summary>Forgets those of a path.</summary>
    public void Remove(string path)
    {
        lock (_gate)
        {
            _kinds.Remove(path);
        }
    }

    /// <summary>Adds one. By any thread.</summary>
    public void Add(ContentDifference difference)
    {
        lock (_gate)
        {
            if (_kinds.TryGetValue(difference.Path, out var kinds))
            {
                kinds.Add(difference.Kind);
            }
            else if (_kinds.Count < MostKept)
            {
                _kinds[difference.Path] = [difference.Kind];
            }
            else
            {
                _more++;
            }
        }
    }

    /// <summary>The first of them, by path.</summary>
    public IReadOnlyList<ContentDifference> First(int most)
    {
        lock (_gate)
        {
            return
            [
                .. _kinds
                    .OrderBy(k => k.Key, StringComparer.Ordinal)
                    .SelectMany(k => k.Value.Order().Select(kind => new ContentDifference(k.Key, kind)))
                    .Take(most),
            ];
        }
    }

    /// <summary>In words: <c>2 missing, 1 modified</c>.</summary>
    public override string ToString()
    {
        lock (_gate)
        {
            var counts = _kinds
                .Values.SelectMany(k => k)
                .GroupBy(k => k)
                .OrderBy(g => g.Key)
                .Select(g => $"{Number(g.Count())} {Word(g.Key)}");
            return string.Join(", ", counts.Concat(_more > 0 ? [$"{Number(_more)} more"] : []));
        }
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Word(ContentDifferenceKind kind) =>
        kind switch
        {
            ContentDifferenceKind.WrongMode => "with another mode",
            ContentDifferenceKind.WrongType => "of another type",
            _ => kind.ToString().ToLowerInvariant(),
        };
}
