using GoToolchain.MSBuild.Bindings.GoSources;
using GoToolchain.MSBuild.Bindings.Header;
using GoToolchain.MSBuild.Bindings.Support;
using GoToolchain.MSBuild.Diagnostics;

namespace GoToolchain.MSBuild.Bindings.Model;

/// <summary>Makes the model of all bindings of a library from its header and its sources.</summary>
internal static class BindingBuilder
{
    public static BindingModel Build(BindingSettings settings, CHeader header, GoPackageSource source)
    {
        var warnings = new List<GoDiagnostic>();
        var types = new NativeTypes(header, settings.Library);
        var handles = new HandleTypes(types);
        var binder = new FunctionBinder(settings.Library, types, handles, source);
        var functions = new List<BoundFunction>();
        foreach (var native in header.Functions.Where(f => !f.Name.StartsWith(SupportSource.Prefix, StringComparison.Ordinal)))
        {
            if (source.Find(native.Name, native.Parameters.Count) is not { } export)
            {
                continue;
            }

            void Warn(GoErrorCode code, string message, int line) =>
                warnings.Add(new GoDiagnostic(code, message, export.File, line) { IsWarning = true });

            var directives = new ExportDirectives(export, (text, line) => Warn(GoErrorCodes.BindingDirective, Sentence(text), line));
            if (directives.Has("ignore"))
            {
                continue;
            }

            try
            {
                var function = binder.Bind(native, export, directives);
                if (directives.Has("release"))
                {
                    Release(function, handles);
                }
                else
                {
                    functions.Add(function);
                }
            }
            catch (UnboundException e)
            {
                Warn(e.Code, $"{native.Name} is not bound: {e.Message}.", export.Line);
            }
        }

        functions = [.. Distinct(functions, settings, types, handles, warnings)];
        return new BindingModel(settings, functions, types, handles.Releases, warnings);
    }

    private static void Release(BoundFunction function, HandleTypes handles) =>
        handles.Releases[
            function.Inputs is [Crossings.HandleCrossing { Handle: var handle }]
                ? handle
                : throw NativeTypes.Unbound("what releases a handle takes that and nothing else")
        ] = function.Native.Name;

    // A class cannot have a method that is called as it is, or as one of its types; and two methods with the same parameters neither.
    private static IEnumerable<BoundFunction> Distinct(
        IEnumerable<BoundFunction> functions,
        BindingSettings settings,
        NativeTypes types,
        HandleTypes handles,
        List<GoDiagnostic> warnings
    )
    {
        var taken = new HashSet<string>(
            [
                settings.Class,
                "Native",
                "Free",
                "TakePanic",
                "CallContext",
                .. types.Structs.Keys,
                .. types.Enums.Keys,
                .. types.Callbacks.Keys,
                .. handles.Releases.Keys,
            ],
            StringComparer.Ordinal
        );
        foreach (var function in functions)
        {
            if (taken.Add(function.Name))
            {
                yield return function;
                continue;
            }

            var message =
                $"{function.Native.Name} is not bound: the class {settings.Class} has something else called {function.Name}. Name it with //gotoolchain:name.";
            warnings.Add(
                new GoDiagnostic(GoErrorCodes.BindingNameTaken, message, function.Export.File, function.Export.Line) { IsWarning = true }
            );
        }
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..] + ".";
}
