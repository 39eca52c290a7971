using GoToolchain.MSBuild.Bindings.Crossings;
using GoToolchain.MSBuild.Bindings.Model;

namespace GoToolchain.MSBuild.Bindings.Writing;

/// <summary>Writes the methods that users call.</summary>
internal sealed class MethodWriter(CodeWriter code, BindingModel model)
{
    public void Write(BoundFunction function)
    {
        Write(function, utf8: false);
        if (function.Inputs.Any(i => i.HasUtf8Form))
        {
            Write(function, utf8: true);
        }
    }

    private void Write(BoundFunction function, bool utf8)
    {
        code.Separate();
        Document(function, utf8);
        // An optional parameter is the last.
        var parameters = function.Inputs.OrderBy(i => i is ContextCrossing ? 1 : 0).Select(i => i.Declaration(utf8)).OfType<string>();
        code.Open($"public static {Result(function)} {function.Name}({string.Join(", ", parameters)})");
        var blocks = 0;
        foreach (var input in function.Inputs)
        {
            blocks += input.Before(code, utf8);
        }

        Call(function);
        After(function);
        for (; blocks > 0; blocks--)
        {
            code.Close();
        }

        code.Close();
    }

    private void Document(BoundFunction function, bool utf8)
    {
        var why =
            function.Error is null ? "Go recovered from a panic"
            : model.Settings.Recovers ? "Go returned an error, or recovered from a panic"
            : "Go returned an error";
        Documentation.Write(code, function.Export.Documentation, $"Calls the export <c>{function.Native.Name}</c>.");
        if (utf8)
        {
            foreach (var text in function.Inputs.Where(i => i.HasUtf8Form))
            {
                code.Line(
                    $"/// <param name=\"{text.Parameter.TrimStart('@')}\">UTF-8, or any other bytes: Go sees them as they are.</param>"
                );
            }
        }

        if (function.Error is not null || model.Settings.Recovers)
        {
            code.Line($"/// <exception cref=\"{model.Settings.Exception}\">{why}.</exception>");
        }
    }

    private void Call(BoundFunction function)
    {
        var arguments = function.Inputs.SelectMany(i => i.Arguments).OrderBy(a => a.Position).Select(a => a.Expression);
        var call = $"Native.{CSharpName.Escape(function.Native.Name)}({string.Join(", ", arguments)});";
        var isVoid = function.NativeResult == "void";
        if (!model.Settings.Guards)
        {
            code.Line(isVoid ? call : "var __result = " + call);
            return;
        }

        if (!isVoid)
        {
            code.Line($"{(function.ResultFields.Count > 0 ? "Native." : "")}{function.NativeResult} __result;");
        }

        code.Open("using (global::GoToolchain.Interop.GoCall.Enter())");
        code.Line(isVoid ? call : "__result = " + call);
        code.Close();
        code.Line();
    }

    // What Go has handed over is taken first: an exception must not lose it.
    private void After(BoundFunction function)
    {
        var values = function.Values.ToList();
        for (var i = 0; i < values.Count; i++)
        {
            code.Line($"var __value{i} = {values[i].Expression};");
        }

        var aside = model.Settings.Recovers && function.PutsPanicsAside ? "TakePanic()" : null;
        var error =
            function.Error?.Expression is { } expression && aside is not null
                ? $"{expression} ?? {aside}"
                : function.Error?.Expression ?? aside;
        if (error is not null)
        {
            code.Line($"var __error = {error};");
        }

        foreach (var input in function.Inputs)
        {
            input.After(code);
        }

        if (error is not null)
        {
            code.Open("if (__error is not null)");
            Throw(function);
            code.Close();
            code.Line();
        }

        if (values.Count > 0)
        {
            code.Line(values.Count == 1 ? "return __value0;" : $"return ({string.Join(", ", values.Select((_, i) => $"__value{i}"))});");
        }
    }

    private void Throw(BoundFunction function)
    {
        var plain = $"new {model.Settings.Exception}(__error)";
        if (!function.Inputs.Any(i => i is ContextCrossing))
        {
            code.Line($"throw {plain};");
            return;
        }

        code.Line($"throw {ContextCrossing.Token}.IsCancellationRequested");
        code.Line($"    ? new global::System.OperationCanceledException(__error, {plain}, {ContextCrossing.Token})");
        code.Line($"    : {plain};");
    }

    private static string Result(BoundFunction function)
    {
        var values = function.Values.ToList();
        return values.Count switch
        {
            0 => "void",
            1 => values[0].Type,
            _ => $"({string.Join(", ", values.Select(v => $"{v.Type} {CSharpName.Element(v.Name)}".TrimEnd()))})",
        };
    }
}
