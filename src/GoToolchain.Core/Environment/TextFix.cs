namespace GoToolchain.Environments;

/// <summary>An edit of a text file as a repair that people can choose.</summary>
internal static class TextFix
{
    /// <summary>Describes it.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="description">What it does: a sentence in the imperative without its end.</param>
    public static HealthFix Of(TextLineEdit edit, string description) =>
        new(
            $"{description}; a copy of the old file stays beside it.",
            cancel =>
            {
                cancel.ThrowIfCancellationRequested();
                return Task.FromResult(
                    edit.Apply() is { } backup
                        ? $"{edit.File} was edited; the old file is {backup}."
                        : $"{edit.File} had been edited already."
                );
            }
        );
}
