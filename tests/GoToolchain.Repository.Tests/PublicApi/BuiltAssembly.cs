using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using GoToolchain.Fixtures;
using PublicApiGenerator;

namespace GoToolchain.Repository.Tests.PublicApi;

/// <summary>An assembly of a package as it was built for one target framework. It is read, and nothing in it is run.</summary>
internal sealed class BuiltAssembly : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("public-api-").FullName;
    private readonly AssemblyLoadContext _context = new("public API", isCollectible: true);
    private readonly Assembly _assembly;

    /// <param name="project">The project, for example <c>GoToolchain.Core</c>.</param>
    /// <param name="framework">The target framework when the project has several, else empty.</param>
    /// <param name="assembly">The name of the assembly.</param>
    public BuiltAssembly(string project, string framework, string assembly)
    {
        var configuration = RepositoryRoot.Configuration.ToLowerInvariant();
        var pivot = framework.Length == 0 ? configuration : $"{configuration}_{framework}";
        var bin = RepositoryRoot.File("artifacts", "bin", project, pivot);
        CopyWithDependencies(project, bin);
        _assembly = _context.LoadFromAssemblyPath(Path.Combine(_directory, assembly + ".dll"));
    }

    public string PublicApi =>
        _assembly.GeneratePublicApi(
            new ApiGeneratorOptions
            {
                IncludeAssemblyAttributes = false,
                // Where what applications add is looked for; else everything of Microsoft is left out.
                AllowNamespacePrefixes = ["Microsoft.Extensions.DependencyInjection"],
                // `params` of a collection: .NET 8 has no such attribute, so the compiler adds one of its own to the assembly.
                ExcludeAttributes = ["System.Runtime.CompilerServices.ParamCollectionAttribute", "TUnit.Core.AfterAttribute"],
            }
        );

    public void Dispose()
    {
        _context.Unload();
        Directory.Delete(_directory, recursive: true);
    }

    // The generator looks for the types of other assemblies beside the one it reads; a library's own output holds no packages.
    private void CopyWithDependencies(string project, string bin)
    {
        foreach (var file in Directory.EnumerateFiles(bin, "*.dll"))
        {
            File.Copy(file, Path.Combine(_directory, Path.GetFileName(file)));
        }

        foreach (var file in PackageAssemblies(RepositoryRoot.File("artifacts", "obj", project, "project.assets.json")))
        {
            var target = Path.Combine(_directory, Path.GetFileName(file));
            if (!File.Exists(target))
            {
                File.Copy(file, target);
            }
        }
    }

    // What NuGet gave to the compiler: for each framework and package, files below one of the package folders.
    private static IEnumerable<string> PackageAssemblies(string assets)
    {
        var root = JsonNode.Parse(File.ReadAllText(assets))!;
        var folders = root["packageFolders"]!.AsObject().Select(folder => folder.Key).ToList();
        return from framework in root["targets"]!.AsObject()
            from package in framework.Value!.AsObject()
            from file in package.Value!["compile"]?.AsObject() ?? []
            from folder in folders
            let path = Path.Combine(folder, package.Key.ToLowerInvariant(), file.Key)
            where path.EndsWith(".dll", StringComparison.Ordinal) && File.Exists(path)
            select path;
    }
}
