namespace GoToolchain.Verification.Logs;

/// <summary>Where a checksum database can be asked. Nothing that it says is believed because of where it is.</summary>
internal interface ILogPlace
{
    /// <summary>Its address, for messages.</summary>
    string Address { get; }

    /// <summary>Reads a file of it.</summary>
    /// <param name="path">For example <c>lookup/golang.org/toolchain@v0.0.1-go1.24.4.linux-amd64</c>.</param>
    /// <param name="maxBytes">More is an error.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Null when it says that there is none.</returns>
    /// <exception cref="GoToolchainException">It cannot be reached, or sends something else (<c>GOTC2002</c>, <c>GOTC2003</c>).</exception>
    Task<byte[]?> ReadAsync(string path, int maxBytes, CancellationToken cancel);
}
