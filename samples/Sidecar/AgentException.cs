namespace Sidecar;

/// <summary>The agent cannot be started, or says no.</summary>
internal sealed class AgentException(string message, Exception? inner = null) : Exception(message, inner);
