using Spectre.Console;
using Spectre.Console.Rendering;

namespace GoToolchain.Tool.Progress;

/// <summary>Megabytes of megabytes, speed, files; while another process is awaited or a source is asked, which.</summary>
internal sealed class AmountColumn(ReportState state) : ProgressColumn
{
    private const int Width = 44;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        var amount = ProgressLine.Amount(state.Last);
        var text =
            amount.Length == 0 ? state.Last.Detail ?? ""
            : state.Speed.Length == 0 ? amount
            : $"{amount}, {state.Speed}";
        return new Text(text.Length <= Width ? text.PadRight(Width) : text[..(Width - 1)] + "…");
    }
}
