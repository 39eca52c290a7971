using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Building;

/// <summary>Whether Go can build an item for its platform, and with which C compiler: known before anything is compiled.</summary>
internal static class CgoSettings
{
    /// <summary>Refuses what cannot be built, and adds the compiler to the options of an item that may have C code.</summary>
    /// <param name="options">How it is built.</param>
    /// <param name="item">The item: its metadata <c>CC</c>, <c>CXX</c> and <c>AllowMuslSharedLibrary</c>.</param>
    /// <param name="definition">What is built.</param>
    /// <param name="go">With which Go.</param>
    /// <param name="projectFile">The project, for messages.</param>
    /// <exception cref="GoToolchainException">One of GOTC4001 to GOTC4009, with the item in its sentence; or
    /// <see cref="GoErrorCodes.InvalidBuildItem"/>.</exception>
    public static GoBuildOptions Resolve(
        GoBuildOptions options,
        ITaskItem item,
        GoBuildDefinition definition,
        GoInstallation go,
        string projectFile
    )
    {
        var reader = new MetadataReader(definition.Kind, item, projectFile);
        var allowsMusl = reader.Boolean("AllowMuslSharedLibrary") ?? false;
        var target = GoTarget.FromRuntimeIdentifier(definition.RuntimeIdentifier);
        try
        {
            target.RequirePort(go.Version);
            if (definition.Kind == GoItemKind.SharedLibrary)
            {
                target.RequireSharedLibrary(go.Version, allowsMusl);
            }

            if (!options.UsesCgo)
            {
                target.RequireNoExternalLinker();
                return options;
            }

            var compiler = new GoCCompilerFinder(go).Find(target, Wanted("CC"), Wanted("CXX"));
            return options with { Compiler = compiler, Variables = Merge(options.Variables, compiler.Variables) };
        }
        catch (GoToolchainException e)
        {
            throw Named(e, item, definition, projectFile);
        }

        string? Wanted(string name) => item.Text(name) is { Length: > 0 } text ? text : options.Variables.GetValueOrDefault(name);
    }

    /// <summary>The same error with the item that it is about.</summary>
    public static GoToolchainException Named(
        GoToolchainException error,
        ITaskItem item,
        GoBuildDefinition definition,
        string projectFile
    ) => new(error.Code, $"{definition.ItemName} `{item.ItemSpec}`: {error.Problem}", projectFile, error.NextStep, error);

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string> first, IReadOnlyDictionary<string, string> stronger)
    {
        var all = new Dictionary<string, string>(first);
        foreach (var (name, value) in stronger)
        {
            all[name] = value;
        }

        return all;
    }
}
