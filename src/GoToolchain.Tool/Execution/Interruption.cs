using System.Runtime.InteropServices;

namespace GoToolchain.Tool.Execution;

/// <summary>
/// Ctrl-C (SIGINT) and SIGTERM. The first one cancels the work, which then tidies up; the second one ends the process at once. While a
/// child runs, signals are its affair: see <see cref="HandOver"/>.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private readonly PosixSignalRegistration[] _registrations;
    private volatile Action<PosixSignal>? _receiver;

    public Interruption() => _registrations = Register(PosixSignal.SIGINT, PosixSignal.SIGTERM);

    public CancellationToken Token => _cancel.Token;

    /// <summary>From now until the result is disposed, all signals that end a process go to the receiver and leave this process alone.</summary>
    public IDisposable HandOver(Action<PosixSignal> receiver)
    {
        _receiver = receiver;
        return new Loan(this, Register(PosixSignal.SIGHUP, PosixSignal.SIGQUIT));
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _cancel.Dispose();
    }

    private PosixSignalRegistration[] Register(params PosixSignal[] signals) =>
        Array.ConvertAll(signals, signal => PosixSignalRegistration.Create(signal, Receive));

    private void Receive(PosixSignalContext context)
    {
        if (_receiver is { } receiver)
        {
            context.Cancel = true;
            receiver(context.Signal);
        }
        else if (!_cancel.IsCancellationRequested)
        {
            context.Cancel = true;
            _cancel.Cancel();
        }
    }

    private sealed class Loan(Interruption owner, PosixSignalRegistration[] registrations) : IDisposable
    {
        public void Dispose()
        {
            foreach (var registration in registrations)
            {
                registration.Dispose();
            }

            owner._receiver = null;
        }
    }
}
