using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using GoToolchain.Fixtures;
using GoToolchain.Testing.Provisioning;

namespace GoToolchain.Testing.Tests;

public sealed class PolicySpecs : IDisposable
{
    private readonly ScratchDirectory _directory = new("policy");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void By_default_a_developer_gets_a_Go() => Assert.Equal(GoTestPolicy.Provision, Resolve().Policy);

    [Theory]
    [InlineData("CI", "true")]
    [InlineData("CI", "1")]
    [InlineData("TF_BUILD", "True")]
    [InlineData("GITHUB_ACTIONS", "true")]
    [InlineData("JENKINS_URL", "http://ci.example.com/")]
    [InlineData("TEAMCITY_VERSION", "2026.1")]
    public void By_default_a_CI_machine_fails(string name, string value)
    {
        var decision = Resolve(variables: (name, value));

        Assert.Equal(GoTestPolicy.Fail, decision.Policy);
        Assert.Contains(name, decision.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("False")]
    [InlineData("0")]
    public void A_CI_variable_that_is_off_does_not_count(string value) =>
        Assert.Equal(GoTestPolicy.Provision, Resolve(variables: ("CI", value)).Policy);

    [Fact]
    public void The_variable_beats_the_default() =>
        Assert.Equal(GoTestPolicy.Skip, Resolve(variables: [("GOTC_TESTING_POLICY", "skip"), ("CI", "true")]).Policy);

    [Fact]
    public void The_assembly_beats_the_variable()
    {
        var decision = Resolve(assemblies: [Stating(GoTestPolicy.Skip)], variables: ("GOTC_TESTING_POLICY", "Fail"));

        Assert.Equal(GoTestPolicy.Skip, decision.Policy);
        Assert.Equal("the assembly Suite.Skip says so", decision.Because);
    }

    [Fact]
    public void The_caller_beats_the_assembly() =>
        Assert.Equal(GoTestPolicy.Provision, Resolve(GoTestPolicy.Provision, [Stating(GoTestPolicy.Fail)]).Policy);

    [Fact]
    public void Of_several_assemblies_the_strictest_counts() =>
        Assert.Equal(
            GoTestPolicy.Fail,
            Resolve(assemblies: [Stating(GoTestPolicy.Provision), Stating(GoTestPolicy.Fail), Stating(GoTestPolicy.Skip)]).Policy
        );

    [Theory]
    [InlineData("1")]
    [InlineData("never")]
    [InlineData("Skip,Fail")]
    public void A_variable_that_is_no_policy_is_refused(string value)
    {
        var failure = Assert.Throws<GoToolchainException>(() => Resolve(variables: ("GOTC_TESTING_POLICY", value)));

        Assert.Equal(GoErrorCodes.InvalidSetting, failure.Code);
    }

    private PolicyDecision Resolve(
        GoTestPolicy? asked = null,
        IEnumerable<Assembly>? assemblies = null,
        params (string Name, string Value)[] variables
    ) => PolicyDecision.Resolve(asked, assemblies ?? [], SandboxMachine.In(_directory, variables.ToDictionary(v => v.Name, v => v.Value)));

    // A real assembly with nothing in it but the attribute, apart from those that decide about the tests of this process.
    private static Assembly Stating(GoTestPolicy policy)
    {
        var constructor = typeof(GoTestPolicyAttribute).GetConstructors().Single();
        var builder = new PersistedAssemblyBuilder(
            new AssemblyName($"Suite.{policy}"),
            typeof(object).Assembly,
            [new CustomAttributeBuilder(constructor, [policy])]
        );
        builder.DefineDynamicModule("Suite");
        using var image = new MemoryStream();
        builder.Save(image);
        image.Position = 0;
        return new AssemblyLoadContext($"Suite.{policy}").LoadFromStream(image);
    }
}
