using GoToolchain.MSBuild.Bindings.Header;
using GoToolchain.MSBuild.Bindings.Model;

namespace GoToolchain.MSBuild.Bindings.Writing;

/// <summary>Writes the structures, enumerations, delegates and handles of a library, inside of its class.</summary>
internal sealed class TypeWriter(CodeWriter code, BindingModel model)
{
    public void Write()
    {
        foreach (var (name, values) in model.Types.Enums)
        {
            Enumeration(name, values);
        }

        foreach (var (name, structure) in model.Types.Structs)
        {
            Structure(name, structure);
        }

        foreach (var (name, function) in model.Types.Callbacks)
        {
            Callback(name, function);
        }

        foreach (var (name, release) in model.Handles)
        {
            Handle(name, release);
        }
    }

    private void Enumeration(string name, CEnum values)
    {
        code.Separate();
        code.Line($"/// <summary>C's <c>{values.Name}</c>.</summary>");
        code.Open($"public enum {name}");
        // A value may name another one of them, or need what C calculates: names are as C has them, so that it can.
        foreach (var (member, value) in values.Members)
        {
            code.Line(value is null ? $"{CSharpName.Escape(member)}," : $"{CSharpName.Escape(member)} = {value},");
        }

        code.Close();
    }

    private void Structure(string name, CStruct structure)
    {
        var fields = structure.Fields!.Select(f => new StructField(f, model.Types)).ToList();
        code.Separate();
        code.Line($"/// <summary>C's <c>{structure.Name}</c>, laid out as C does.</summary>");
        code.Line("[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential)]");
        // Arrays cannot be compared: their Equals throws.
        code.Open($"public unsafe partial {(fields.Exists(f => f.Length > 0) ? "" : "record ")}struct {name}");
        foreach (var field in fields)
        {
            code.Line($"private {field.StoredType} {field.Stored};");
        }

        if (fields.Count > 0)
        {
            code.Separate();
            code.Line("/// <summary>Makes one of its fields.</summary>");
            code.Open($"public {name}({string.Join(", ", fields.Select(f => $"{f.Type} {f.Parameter}"))})");
            foreach (var field in fields)
            {
                code.Line($"{field.Stored} = {field.ToStored(field.Parameter)};");
            }

            code.Close();
        }

        foreach (var field in fields)
        {
            code.Separate();
            code.Line($"/// <summary>C's field <c>{Documentation.Escape(field.Name)}</c>.</summary>");
            code.Open($"public {field.Type} {field.Property(name)}");
            code.Line($"readonly get => {field.FromStored};");
            code.Line($"set => {field.Stored} = {field.ToStored("value")};");
            code.Close();
        }

        foreach (var field in fields.Where(f => f.Length > 0))
        {
            code.Separate();
            code.Line($"/// <summary>The {field.Length} elements of <see cref=\"{field.Property(name)}\"/>.</summary>");
            code.Line($"[global::System.Runtime.CompilerServices.InlineArray({field.Length})]");
            code.Open($"public struct {field.Type}");
            code.Line($"private {field.ElementType} _element;");
            code.Close();
        }

        code.Close();
    }

    private void Callback(string name, CFunctionPointer function)
    {
        var parameters = function
            .Parameters.Skip(1)
            .Select(
                (p, i) =>
                {
                    var (type, conversion) = CallbackTypes.Parameter(model.Types, p.Type);
                    var parameter = CSharpName.Escape(p.Name.Length > 0 ? CSharpName.Camel(p.Name) : $"arg{i}");
                    return (
                        Type: type,
                        Native: model.Types.Of(p.Type),
                        Name: parameter,
                        Value: conversion.Replace("{0}", parameter, StringComparison.Ordinal)
                    );
                }
            )
            .ToList();
        var result = model.Types.Public(function.Result);
        code.Separate();
        code.Line(
            "/// <summary>What Go calls back. An exception is kept until Go returns, and then leaves the method that called Go.</summary>"
        );
        code.Line($"public delegate {result} {name}({string.Join(", ", parameters.Select(p => $"{p.Type} {p.Name}"))});");
        code.Separate();
        code.Line(
            "[global::System.Runtime.InteropServices.UnmanagedCallersOnly(CallConvs = new[] { typeof(global::System.Runtime.CompilerServices.CallConvCdecl) })]"
        );
        var native = string.Join(", ", parameters.Select(p => $"{p.Native} {p.Name}").Prepend("void* __id"));
        code.Open($"private static {model.Types.Of(function.Result)} Invoke{name}({native})");
        if (model.Settings.Guards)
        {
            code.Line("using var __guard = global::GoToolchain.Interop.GoCallback.Enter();");
        }

        var call = $"(({name})__state.Target)({string.Join(", ", parameters.Select(p => p.Value))})";
        var isVoid = result == "void";
        code.Line("if (!global::GoToolchain.Interop.GoCallbackState.TryFind((nint)__id, out var __state))");
        code.Open();
        code.Line(isVoid ? "return;" : "return default;");
        code.Close();
        code.Separate();
        code.Open("try");
        code.Line(
            isVoid ? call + ";"
            : result == "bool" ? $"return (byte)({call} ? 1 : 0);"
            : $"return {call};"
        );
        code.Close();
        code.Open("catch (global::System.Exception __exception)");
        code.Line("__state.Keep(__exception);");
        if (!isVoid)
        {
            code.Line("return default;");
        }

        code.Close();
        code.Close();
    }

    private void Handle(string name, string release)
    {
        code.Separate();
        code.Line("/// <summary>Something that Go keeps until this is disposed.</summary>");
        code.Open($"public sealed class {name} : global::System.Runtime.InteropServices.SafeHandle");
        code.Line($"internal {name}(nuint value)");
        code.Line("    : base(0, ownsHandle: true) => SetHandle((nint)value);");
        code.Separate();
        code.Line("/// <inheritdoc/>");
        code.Line("public override bool IsInvalid => handle == 0;");
        code.Separate();
        code.Line("/// <inheritdoc/>");
        code.Open("protected override bool ReleaseHandle()");
        if (model.Settings.Guards)
        {
            code.Line("using var __guard = global::GoToolchain.Interop.GoCall.Enter();");
        }

        code.Line($"Native.{CSharpName.Escape(release)}((nuint)handle);");
        code.Line("return true;");
        code.Close();
        code.Close();
    }
}
