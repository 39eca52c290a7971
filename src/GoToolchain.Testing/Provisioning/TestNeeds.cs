using System.Reflection;

namespace GoToolchain.Testing.Provisioning;

/// <summary>Reads from the attributes of a test what it needs.</summary>
internal static class TestNeeds
{
    public static GoTestOptions Of(MethodInfo method, Type? testClass, IEnumerable<object?> arguments)
    {
        ICustomAttributeProvider?[] places = [method, testClass, testClass?.Assembly];
        var attributes = places.OfType<ICustomAttributeProvider>().SelectMany(place => place.GetCustomAttributes(inherit: true)).ToList();
        var matrix = attributes.OfType<IGoVersionMatrix>().Concat(OfParameters(method)).SelectMany(a => a.Versions).ToHashSet();
        return new GoTestOptions
        {
            Version =
                arguments.OfType<string>().FirstOrDefault(matrix.Contains)
                ?? attributes.OfType<IGoRequirement>().Select(a => a.Version).FirstOrDefault(version => version is not null),
            Policy = attributes.OfType<GoTestPolicyAttribute>().FirstOrDefault()?.Policy,
        };
    }

    private static IEnumerable<IGoVersionMatrix> OfParameters(MethodInfo method) =>
        method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes(inherit: true)).OfType<IGoVersionMatrix>();
}
