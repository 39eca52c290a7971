using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
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
        var pivot = framework.Length == 0 ? RepositoryRoot.Configuration : $"{RepositoryRoot.Configuration}_{framework}";
        var bin = RepositoryRoot.File("artifacts", "bin", project, pivot);
        CopyWithDependencies(bin, assembly);
        _assembly = _context.LoadFromAssemblyPath(Path.Combine(_directory, assembly + ".dll"));
    }

    public string PublicApi =>
        _assembly.GeneratePublicApi(
            new ApiGeneratorOptions
            {
                IncludeAssemblyAttributes = false,
                // `params` of a collection: .NET 8 has no such attribute, so the compiler adds one of its own to the assembly.
                ExcludeAttributes = ["System.Runtime.CompilerServices.ParamCollectionAttribute"],
            }
        );

    public void Dispose()
    {
        _context.Unload();
        Directory.Delete(_directory, recursive: true);
    }

    // The generator looks for the types of other assemblies beside the one it reads; a library's own output holds no packages.
    private void CopyWithDependencies(string bin, string assembly)
    {
        foreach (var file in Directory.EnumerateFiles(bin, "*.dll"))
        {
            File.Copy(file, Path.Combine(_directory, Path.GetFileName(file)));
        }

        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES");
        packages ??= Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        using var dependencies = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(bin, assembly + ".deps.json")));
        foreach (
            var library in dependencies
                .RootElement.GetProperty("targets")
                .EnumerateObject()
                .SelectMany(target => target.Value.EnumerateObject())
        )
        {
            if (!library.Value.TryGetProperty("runtime", out var files))
            {
                continue;
            }

            foreach (var file in files.EnumerateObject())
            {
                var source = Path.Combine(packages, library.Name.ToLowerInvariant(), file.Name);
                var target = Path.Combine(_directory, Path.GetFileName(file.Name));
                if (File.Exists(source) && !File.Exists(target))
                {
                    File.Copy(source, target);
                }
            }
        }
    }
}
