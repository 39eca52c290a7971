namespace SharedLibrary;

/// <summary>An error that Go returned, or a panic that it recovered from.</summary>
internal sealed class CalcException(string message) : Exception(message);
