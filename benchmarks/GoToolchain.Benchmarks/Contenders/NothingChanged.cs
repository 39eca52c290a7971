using GoToolchain.Benchmarks.Inputs;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary><c>dotnet build</c> of a project in which nothing has changed since the last build.</summary>
internal sealed class NothingChanged(BuildProjects projects, string project, string name) : IContender
{
    public string Name => name;

    public void Prepare() { }

    public Task RunAsync() => projects.BuildAsync(project);

    public void Finish() { }
}
