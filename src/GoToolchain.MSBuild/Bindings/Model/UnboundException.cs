using System.Diagnostics.CodeAnalysis;

namespace GoToolchain.MSBuild.Bindings.Model;

/// <summary>Something of an export cannot be had in C#. Caught where the export is read, and told as a warning at its line.</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never leaves the reader of bindings.")]
internal sealed class UnboundException : Exception
{
    public UnboundException(GoErrorCode code, string message)
        : base(message) => Code = code;

    public GoErrorCode Code { get; }
}
