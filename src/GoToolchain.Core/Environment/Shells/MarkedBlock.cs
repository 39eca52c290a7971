using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GoToolchain.Environments.Shells;

/// <summary>
/// A block of lines between two marks, which says in its first line how to take it out so that the file is what it was before, and by which sum
/// an edit of it is seen:
/// <c># &gt;&gt;&gt; gotoolchain &gt;&gt;&gt; format=1 sum=0123456789ab [joined] [created[+DIRECTORIES]]</c>.
/// </summary>
/// <param name="Lines">What is between the marks, without line ends.</param>
internal sealed record MarkedBlock(IReadOnlyList<string> Lines)
{
    /// <summary>How the first line begins.</summary>
    public const string Begin = "# >>> gotoolchain >>>";

    /// <summary>The last line.</summary>
    public const string End = "# <<< gotoolchain <<<";

    private const string Format = "format=1";
    private const string Remark = "# Puts Go on PATH. `gotoolchain env install` writes this block, `gotoolchain env remove` takes it out.";

    /// <summary>The last line before the block had no end, so one was added.</summary>
    public bool IsJoined { get; init; }

    /// <summary>The file was made for the block.</summary>
    public bool IsFileCreated { get; init; }

    /// <summary>How many directories above the file were made for it.</summary>
    public int DirectoriesCreated { get; init; }

    /// <summary>A new block.</summary>
    /// <param name="text">What the shell is to run.</param>
    public static MarkedBlock Of(IEnumerable<string> text) => new([Remark, .. text]);

    /// <summary>Reads one.</summary>
    /// <param name="lines">From the first mark to the last, without line ends.</param>
    /// <param name="isIntact">It is as it was written.</param>
    public static MarkedBlock Parse(IReadOnlyList<string> lines, out bool isIntact)
    {
        var words = lines[0][Begin.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var created = words.FirstOrDefault(w => w == "created" || w.StartsWith("created+", StringComparison.Ordinal));
        var block = new MarkedBlock([.. lines.Skip(1).SkipLast(1)])
        {
            IsJoined = words.Contains("joined"),
            IsFileCreated = created is not null,
            DirectoriesCreated = int.TryParse(created.AsSpan().TrimStart("created"), CultureInfo.InvariantCulture, out var count)
                ? count
                : 0,
        };
        // A block of another format has another first line.
        isIntact = lines[0] == block.Head;
        return block;
    }

    /// <summary>The whole block.</summary>
    /// <param name="lineEnd">The end of each line.</param>
    public string ToText(string lineEnd) => string.Concat(((string[])[Head, .. Lines, End]).Select(line => line + lineEnd));

    private string Head => $"{Begin} {Format} sum={Sum()}{Notes}";

    private string Notes =>
        (IsJoined ? " joined" : "")
        + (IsFileCreated ? " created" : "")
        + (DirectoriesCreated > 0 ? string.Create(CultureInfo.InvariantCulture, $"+{DirectoriesCreated}") : "");

    private string Sum() =>
        Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(string.Join('\n', [Format + Notes, .. Lines])))).ToLowerInvariant()[
            ..12
        ];
}
