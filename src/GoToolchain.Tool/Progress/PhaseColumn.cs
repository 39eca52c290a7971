using Spectre.Console;
using Spectre.Console.Rendering;

namespace GoToolchain.Tool.Progress;

/// <summary>What is being done.</summary>
internal sealed class PhaseColumn(ReportState state) : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(ProgressDisplay.Name(state.Last.Phase).PadRight(11));
}
