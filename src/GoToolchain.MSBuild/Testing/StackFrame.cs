namespace GoToolchain.MSBuild.Testing;

/// <summary>One frame of a goroutine's stack.</summary>
/// <param name="Goroutine">Which of the printed goroutines, from 0.</param>
/// <param name="Function">As the runtime names it: <c>example.com/lib.TestAll.func1</c>.</param>
/// <param name="File">As it stands there.</param>
/// <param name="Line">From 1.</param>
internal readonly record struct StackFrame(int Goroutine, string Function, string File, int Line);
