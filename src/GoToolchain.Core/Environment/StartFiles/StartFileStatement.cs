namespace GoToolchain.Environments.StartFiles;

/// <summary>What a line of a start-up file does to the environment.</summary>
/// <param name="Kind">Sets, removes, reads another file, or hands over to a program.</param>
/// <param name="Name">The variable; the file to read, or the command line, as it is written.</param>
/// <param name="Text">The value as it is written.</param>
/// <param name="IsLiteral">Nothing in the value is replaced.</param>
internal readonly record struct StartFileStatement(StartFileStatementKind Kind, string Name, string Text = "", bool IsLiteral = false);
