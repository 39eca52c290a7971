namespace GoToolchain.Tool.Output;

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Header">Its title.</param>
/// <param name="IsLong">It may move below the row when the terminal is narrow.</param>
/// <param name="IsNumber">It is aligned to the right.</param>
internal sealed record TableColumn(string Header, bool IsLong = false, bool IsNumber = false);
