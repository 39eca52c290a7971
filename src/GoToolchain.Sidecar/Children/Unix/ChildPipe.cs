using System.IO.Pipes;

namespace GoToolchain.Sidecar.Children.Unix;

/// <summary>Pipes whose ends no process inherits that they are not given to: both are close-on-exec.</summary>
internal static class ChildPipe
{
    public static AnonymousPipeServerStream ToChild() => Create(PipeDirection.Out);

    public static AnonymousPipeServerStream FromChild() => Create(PipeDirection.In);

    // A descriptor below 3 would be overwritten by its neighbour while they are put in place in the child. Such numbers are free only in a process
    // that was started without standard streams.
    private static AnonymousPipeServerStream Create(PipeDirection direction)
    {
        var pipe = new AnonymousPipeServerStream(direction, HandleInheritability.None);
        if (pipe.ClientSafePipeHandle.DangerousGetHandle() > 2)
        {
            return pipe;
        }

        using (pipe)
        {
            return Create(direction);
        }
    }
}
