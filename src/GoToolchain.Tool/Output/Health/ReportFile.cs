using GoToolchain.Tool.CommandLine;

namespace GoToolchain.Tool.Output.Health;

/// <summary>A file into which a report goes: complete, or not changed at all.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Format">What its extension asks for.</param>
internal sealed record ReportFile(string Path, HealthReportFormat Format)
{
    /// <summary>Reads the value of <c>--report</c>, and makes sure before any work is done that the file can be written.</summary>
    public static ReportFile Of(string value)
    {
        HealthReportFormat format = System.IO.Path.GetExtension(value).ToUpperInvariant() switch
        {
            ".JSON" => HealthReportFormat.Json,
            ".MD" => HealthReportFormat.Markdown,
            ".XML" => HealthReportFormat.JUnit,
            ".SARIF" => HealthReportFormat.Sarif,
            _ => throw UsageError.Create(
                $"`--report {value}` says nothing about the format of the report.",
                "Let the file end in .json, .md, .xml (JUnit) or .sarif."
            ),
        };
        var file = new ReportFile(Resolve(WorkingDirectory.Absolute(value)), format);
        file.Probe();
        return file;
    }

    /// <summary>Writes the report.</summary>
    public async Task WriteAsync(HealthReport report, CancellationToken cancel)
    {
        var temporary = TemporaryName();
        try
        {
            try
            {
                var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
                await using (stream.ConfigureAwait(false))
                {
                    await report.WriteAsync(stream, Format, cancel).ConfigureAwait(false);
                }

                File.Move(temporary, Path, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(e.Message, e);
        }
    }

    private void Probe()
    {
        var directory = System.IO.Path.GetDirectoryName(Path);
        if (directory is null || Directory.Exists(Path))
        {
            throw NotWritable("A directory is in its place.");
        }

        if (!Directory.Exists(directory))
        {
            throw NotWritable($"The directory {directory} does not exist.");
        }

        var temporary = TemporaryName();
        try
        {
            new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(e.Message, e);
        }
    }

    // Beside the file, so that a rename puts it in place at once.
    private string TemporaryName() => $"{Path}.{Guid.NewGuid():N}.tmp";

    // A link stays, and what it leads to is replaced.
    private static string Resolve(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        }
        catch (IOException e)
        {
            throw NotWritable(path, e.Message, e);
        }
    }

    private GoToolchainException NotWritable(string reason, Exception? inner = null) => NotWritable(Path, reason, inner);

    private static GoToolchainException NotWritable(string path, string reason, Exception? inner) =>
        new(
            GoErrorCodes.OutputNotWritable,
            $"The report {path} cannot be written: {reason}",
            path,
            "Name a file in a directory that is there and that this user may write.",
            inner
        );
}
