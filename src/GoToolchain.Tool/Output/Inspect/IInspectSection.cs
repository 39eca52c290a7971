namespace GoToolchain.Tool.Output.Inspect;

/// <summary>A part of the answer of <c>inspect</c> for people. Each knows what it is about; a part with nothing to say is not shown.</summary>
internal interface IInspectSection
{
    /// <summary>There is nothing to say.</summary>
    bool IsEmpty { get; }

    /// <summary>Writes it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="width">Columns of the terminal; null: no limit.</param>
    /// <param name="paint">Emphasis.</param>
    void Write(TextWriter writer, int? width, Paint paint);
}
