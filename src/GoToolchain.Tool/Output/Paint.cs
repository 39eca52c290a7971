namespace GoToolchain.Tool.Output;

/// <summary>Emphasis on a terminal; the bare text elsewhere.</summary>
/// <param name="lively">Escapes are allowed.</param>
internal readonly struct Paint(bool lively)
{
    public string Bold(string text) => Wrap(text, "1");

    public string Dim(string text) => Wrap(text, "2");

    public string Red(string text) => Wrap(text, "1;31");

    public string Yellow(string text) => Wrap(text, "33");

    public string Green(string text) => Wrap(text, "32");

    private string Wrap(string text, string code) => lively && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
