using System.Globalization;
using System.Text;

namespace GoToolchain.MSBuild.Bindings.Writing;

/// <summary>Names of Go and C as .NET spells them.</summary>
internal static class CSharpName
{
    private static readonly HashSet<string> s_keywords = new(
        (
            "abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit "
            + "extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out "
            + "override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw "
            + "true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while"
        ).Split(' '),
        StringComparer.Ordinal
    );

    // Those of ValueTuple, and of every structure.
    private static readonly HashSet<string> s_members = new(StringComparer.Ordinal)
    {
        "CompareTo",
        "Deconstruct",
        "Equals",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "PrintMembers",
        "ReferenceEquals",
        "Rest",
        "ToString",
    };

    /// <summary><c>calc_sum_all</c>, <c>sumAll</c> and <c>SumAll</c> as <c>SumAll</c>.</summary>
    public static string Pascal(string name)
    {
        var pascal = new StringBuilder(name.Length);
        var upper = true;
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                upper = true;
                continue;
            }

            _ = pascal.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return pascal.Length == 0 || char.IsDigit(pascal[0]) ? "_" + pascal : pascal.ToString();
    }

    /// <summary>The name of a parameter: <c>max_value</c> as <c>maxValue</c>.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    /// <summary>The name of a member of a structure or tuple, which may not be one that all of them have; empty for an empty one.</summary>
    public static string Element(string name)
    {
        var pascal = name.Length == 0 ? "" : Pascal(name);
        return s_members.Contains(pascal) || pascal.StartsWith("Item", StringComparison.Ordinal) ? pascal + "Value" : pascal;
    }

    /// <summary>The same where it would be a keyword.</summary>
    public static string Escape(string name) => s_keywords.Contains(name) ? "@" + name : name;

    /// <summary>Whether it can be a namespace, or with <paramref name="dots"/> false a class.</summary>
    public static bool IsValid(string name, bool dots) =>
        name.Split('.') is var parts
        && (dots || parts.Length == 1)
        && parts.All(p =>
            p.Length > 0
            && (char.IsLetter(p[0]) || p[0] == '_')
            && p.All(c => c == '_' || char.IsLetterOrDigit(c))
            && !s_keywords.Contains(p)
        );

    /// <summary>A name without the one of the library in front.</summary>
    public static string WithoutPrefix(string name, string library)
    {
        foreach (var prefix in (string[])[library + "_", "lib" + library + "_"])
        {
            if (
                name.Length > prefix.Length
                && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                && !char.IsDigit(name[prefix.Length])
            )
            {
                return name[prefix.Length..];
            }
        }

        return name;
    }

    /// <summary>A string literal.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c is >= ' ' and < (char)127 and not ('"' or '\\')
                ? literal.Append(c)
                : literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return literal.Append('"').ToString();
    }
}
