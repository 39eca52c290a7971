namespace GoToolchain.Environments;

/// <summary>From where Go takes a variable.</summary>
internal enum GoVariableStorage
{
    /// <summary>From the environment of the process, else from the user's go/env file, else from GOROOT/go.env.</summary>
    Anywhere,

    /// <summary>From the environment of the process only.</summary>
    ProcessOnly,

    /// <summary>Go computes it and <c>go env -w</c> refuses it. GOROOT and GOWORK can still be set in the environment.</summary>
    Computed,
}
