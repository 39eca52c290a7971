using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace GoToolchain.Benchmarks.Micro;

/// <summary>Each benchmark for BenchmarkDotNet once, without BenchmarkDotNet.</summary>
internal static class MicroSmoke
{
    public static async Task RunAsync(TextWriter output)
    {
        foreach (var type in typeof(MicroSmoke).Assembly.GetTypes().Where(t => Marked<BenchmarkAttribute>(t).Any()))
        {
            var subject = Activator.CreateInstance(type)!;
            await CallAsync(subject, Marked<GlobalSetupAttribute>(type));
            foreach (var benchmark in Marked<BenchmarkAttribute>(type))
            {
                await output.WriteLineAsync($"== {type.Name}.{benchmark.Name}");
                var setups = Marked<IterationSetupAttribute>(type)
                    .Where(m => m.GetCustomAttribute<IterationSetupAttribute>()!.Targets is [] || Targets(m).Contains(benchmark.Name));
                await CallAsync(subject, setups);
                await CallAsync(subject, [benchmark]);
                await CallAsync(subject, Marked<IterationCleanupAttribute>(type));
            }

            await CallAsync(subject, Marked<GlobalCleanupAttribute>(type));
        }
    }

    private static string[] Targets(MethodInfo setup) => setup.GetCustomAttribute<IterationSetupAttribute>()!.Targets;

    private static IEnumerable<MethodInfo> Marked<T>(Type type)
        where T : Attribute => type.GetMethods().Where(m => m.IsDefined(typeof(T)));

    private static async Task CallAsync(object subject, IEnumerable<MethodInfo> methods)
    {
        foreach (var method in methods)
        {
            if (method.Invoke(subject, []) is Task task)
            {
                await task;
            }
        }
    }
}
