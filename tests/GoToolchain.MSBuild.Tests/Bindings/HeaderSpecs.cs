using GoToolchain.MSBuild.Bindings.Header;

namespace GoToolchain.MSBuild.Tests.Bindings;

/// <summary>The C of preambles, in the many ways in which people write it.</summary>
public sealed class HeaderSpecs
{
    private static readonly CHeader s_header = CHeaderReader.Read(
        """
        typedef struct { const char *p; ptrdiff_t n; } _GoString_;
        #line 3 "a.go"
        #define TWO(a, b) \
            a; b
        #include <stdint.h>
        static inline int twice(int x) { if (x) { return 2 * x; } return 0; }
        enum weekday { MONDAY = 1, TUESDAY, /* a */ SUNDAY = 1 << 3 };
        struct node { struct node *next; unsigned long long int a, b[2][3]; };
        typedef struct node node_t;
        typedef struct tagged { const char *const name; enum weekday day; } tagged;
        typedef int (*compare)(const void *state, unsigned char, long int);
        typedef struct { int bits : 3; int plain; } packed; // } ;
        typedef struct { int inner; struct { int x; } nested; union { int i; } u; } outer;
        extern void declared_only(int);

        /* Start of boilerplate cgo prologue.  */
        typedef long long GoInt64;
        /* End of boilerplate cgo prologue.  */

        #ifdef __cplusplus
        extern "C" {
        #endif

        /* Return type for f */
        struct f_return {
        	GoInt64 r0; /* n */
        	char* r1;
        };
        extern struct f_return f(node_t* n, tagged t, compare c, long int l, GoInt64 _);
        extern void g(void);
        """
    );

    [Fact]
    public void Exports_are_those_after_the_prologue()
    {
        Assert.Equal(["f", "g"], s_header.Functions.Select(f => f.Name));
        Assert.Equal(["n", "t", "c", "l", "_"], s_header.Functions[0].Parameters.Select(p => p.Name));
        Assert.Empty(s_header.Functions[1].Parameters);
        Assert.Equal(new CDeclared("struct f_return"), s_header.Functions[0].Result);
    }

    [Fact]
    public void Structures_have_the_fields_that_C_gives_them()
    {
        var node = s_header.Structs.Single(s => s.Name == "struct node").Fields!;
        Assert.Equal(["next", "a", "b"], node.Select(f => f.Name));
        Assert.Equal(new CPointer(new CDeclared("struct node")), node[0].Type);
        Assert.Equal(new CPrimitive("ulong"), node[1].Type);
        Assert.Equal(new CArray(new CArray(new CPrimitive("ulong"), 3), 2), node[2].Type);
        Assert.Equal(["name", "day"], s_header.Struct(s_header.Types["tagged"])!.Fields!.Select(f => f.Name));
        Assert.Equal(["r0", "r1"], s_header.Structs.Single(s => s.Name == "struct f_return").Fields!.Select(f => f.Name));
    }

    [Fact]
    public void What_has_no_counterpart_has_no_fields()
    {
        Assert.Null(s_header.Struct(s_header.Types["packed"])!.Fields);
        var outer = s_header.Struct(s_header.Types["outer"])!;
        Assert.Equal(["inner", "nested", "u"], outer.Fields!.Select(f => f.Name));
        Assert.Null(s_header.Struct(outer.Fields![2].Type)!.Fields);
    }

    [Fact]
    public void Enumerations_and_function_pointers_are_read()
    {
        Assert.Equal([("MONDAY", "1"), ("TUESDAY", null), ("SUNDAY", "1 << 3")], s_header.Enums.Single().Members);
        var compare = Assert.IsType<CFunctionPointer>(s_header.Types["compare"].Bare);
        Assert.Equal(new CPrimitive("int"), compare.Result);
        Assert.Equal(["state", "", ""], compare.Parameters.Select(p => p.Name));
    }
}
