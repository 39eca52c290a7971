using System.Linq.Expressions;
using System.Runtime.InteropServices;
using GoToolchain.Interop;

namespace GoToolchain.Testing.Libraries;

/// <summary>Makes a delegate of a Go function, with <see cref="GoCall"/> around each call.</summary>
internal static class GuardedFunction
{
    private static readonly Func<bool> s_enter = Enter;
    private static readonly Action<bool> s_leave = Leave;

    public static T Around<T>(nint function)
        where T : Delegate
    {
        var call = Marshal.GetDelegateForFunctionPointer<T>(function);
        if (!GoSignals.Supported)
        {
            return call;
        }

        var parameters = Array.ConvertAll(
            typeof(T).GetMethod("Invoke")!.GetParameters(),
            p => Expression.Parameter(p.ParameterType, p.Name)
        );
        var entered = Expression.Variable(typeof(bool), "entered");
        var body = Expression.Block(
            [entered],
            Expression.Assign(entered, Expression.Invoke(Expression.Constant(s_enter))),
            Expression.TryFinally(
                Expression.Invoke(Expression.Constant(call), parameters),
                Expression.Invoke(Expression.Constant(s_leave), entered)
            )
        );
        return Expression.Lambda<T>(body, parameters).Compile();
    }

    // A scope of GoCall cannot be kept in an expression, so it is taken apart. True: this call is the one that has to let the signal through again.
    private static bool Enter()
    {
        var isOutermost = !GoCall.IsBlocked;
        _ = GoCall.Enter();
        return isOutermost;
    }

    private static void Leave(bool isOutermost)
    {
        if (isOutermost)
        {
            GoCall.SetBlocked(false);
        }
    }
}
