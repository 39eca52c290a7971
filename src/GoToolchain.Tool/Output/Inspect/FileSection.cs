namespace GoToolchain.Tool.Output.Inspect;

/// <summary>What the headers of the file say.</summary>
internal static class FileSection
{
    public static IInspectSection Of(GoBinaryFile binary)
    {
        var fields = new FieldList("File");
        fields.Add("path", binary.File);
        if (binary.Format == ExecutableFormat.Unknown)
        {
            return fields;
        }

        fields.Add("format", Format(binary));
        fields.Add("kind", Kind(binary));
        fields.Add("loader", binary.Interpreter);
        fields.Add("symbols", Symbols(binary));
        fields.Add("cgo", binary.ExportsCgo == true ? "exports symbols of cgo to C code" : null);
        return fields;
    }

    private static string Format(GoBinaryFile binary)
    {
        var format = Words.Format(binary.Format);
        return binary switch
        {
            { Architectures.Count: > 0 } =>
                $"universal {format} for {binary.System}/{string.Join(", ", binary.Architectures)} (the first is described)",
            { Platform: { } platform } => $"{format} for {platform}",
            { Architecture: { } architecture } => $"{format} for {architecture}",
            _ => format,
        };
    }

    private static string Kind(GoBinaryFile binary)
    {
        var kind = binary.Kind switch
        {
            GoBinaryKind.Program => "program",
            GoBinaryKind.PositionIndependentProgram => "position independent program",
            GoBinaryKind.SharedLibrary => "shared library",
            _ => "neither a program nor a library",
        };
        var mode = binary.BuildMode is { } text ? $" (-buildmode={text})" : "";
        return binary.Kind == GoBinaryKind.Other ? kind : $"{kind}{mode}, {(binary.IsDynamic ? "dynamic" : "static")}";
    }

    private static string Symbols(GoBinaryFile binary) =>
        (binary.IsStripped, binary.HasDebugInfo) switch
        {
            (true, false) => "none (stripped)",
            (true, true) => "debug information only",
            (false, true) => "symbol table and debug information",
            _ => "symbol table, no debug information",
        };
}
