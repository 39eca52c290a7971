namespace GoToolchain;

/// <summary>The codes of C# bindings for Go libraries.</summary>
public static partial class GoErrorCodes
{
    /// <summary>A warning of the build: an export has a parameter or result that C# cannot have.</summary>
    public static GoErrorCode ExportNotBound { get; } = new("GOTC4601", 1, "Export not bound");

    /// <summary>A warning of the build: a <c>//gotoolchain:</c> directive is unknown, or names what is not there.</summary>
    public static GoErrorCode BindingDirective { get; } = new("GOTC4602", 1, "Directive not understood");

    /// <summary>A warning of the build: an export uses a C type whose declaration is not in the library.</summary>
    public static GoErrorCode UnknownCType { get; } = new("GOTC4603", 1, "C type not known");

    /// <summary>A warning of the build: two things of a library would have the same name in C#.</summary>
    public static GoErrorCode BindingNameTaken { get; } = new("GOTC4604", 1, "Name in C# is taken");

    /// <summary>At run time: the Go library that was loaded is not the one from which the bindings were made.</summary>
    public static GoErrorCode OtherLibrary { get; } = new("GOTC4605", 1, "Library and bindings differ");

    /// <summary>The project cannot compile bindings: its language, its framework, or <c>AllowUnsafeBlocks</c>.</summary>
    public static GoErrorCode BindingsNotCompilable { get; } = new("GOTC4606", 1, "Project cannot compile bindings");

    private static IReadOnlyList<GoErrorCode> Bindings =>
        [ExportNotBound, BindingDirective, UnknownCType, BindingNameTaken, OtherLibrary, BindingsNotCompilable];
}
