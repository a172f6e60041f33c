using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// One iteration of a loop as a linear map of what it carries of a derivative: each value is a sum of partial · start, where a start is a cell, a value that is
/// read more than once, or one that does not depend linearly on them.
/// </summary>
internal sealed class LinearStep
{
    /// <summary>A sum of more products is a value of its own.</summary>
    private const int MostTerms = 6;

    private readonly Names _names;
    private readonly PrimalNeeds _needs;
    private readonly EquatableArray<Carried> _carried;
    private readonly Block _body;
    private readonly Dictionary<string, int> _uses = [];

    /// <summary>What branches and inner loops read.</summary>
    private readonly HashSet<string> _inside = [];
    private readonly Dictionary<string, Form> _forms = [];
    private readonly Dictionary<string, int> _order = [];
    private List<Statement> _output = [];
    private Statement? _source;

    public LinearStep(PrimalNeeds needs, Names names, EquatableArray<Carried> carried, Block body)
    {
        _needs = needs;
        _names = names;
        _carried = carried;
        _body = body;
    }

    /// <summary>The body and what it carries; the same where nothing is carried that only derivatives read.</summary>
    public (Block Body, EquatableArray<Carried> Carried) Run()
    {
        Carried[] cells = [.. _carried.Where(c => c.Type.IsReal() && !_needs.HasName(c.Name))];
        if (cells.Length == 0)
        {
            return (_body, _carried);
        }
        foreach (Carried cell in cells)
        {
            Start(cell.Name, cell.Type);
        }
        foreach (Read read in Walker.Expressions(_body).Concat(_carried.SelectMany(static c => Walker.All(c.Next))).OfType<Read>())
        {
            _uses[read.Name] = _uses.TryGetValue(read.Name, out int count) ? count + 1 : 1;
        }
        _inside.UnionWith(_body.Statements.Where(static s => s is not Let).SelectMany(Walker.Expressions).OfType<Read>().Select(static r => r.Name));
        foreach (Statement statement in _body.Statements)
        {
            Rewrite(statement);
        }
        EquatableArray<Carried> carried = _carried.Map(c => cells.Contains(c) && Depends(c.Next) ? c with { Next = Whole(c.Next, _body) } : c);
        return (_output.ToBlock(), carried);
    }

    private void Rewrite(Statement statement)
    {
        _source = statement;
        if (statement is not Let let)
        {
            bool depends = Walker.Expressions(statement).Any(IsStart);
            _output.Add(depends && statement is If branch ? Rewrite(branch) : statement);
            foreach (Result defined in Walker.Defines(statement).Where(d => depends && d.Type.IsReal()))
            {
                Start(defined.Name, defined.Type);
            }
            return;
        }
        if (!let.Value.Type.IsReal() || _needs.HasName(let.Name) || !Depends(let.Value))
        {
            _output.Add(let);
            return;
        }
        Form form = FormOf(let.Value);
        bool isShared = _uses.TryGetValue(let.Name, out int uses) && uses > 1;
        if (form.IsOpaque || (isShared && (!form.IsProduct || _inside.Contains(let.Name))) || form.Terms.Count > MostTerms)
        {
            _output.Add(form.IsOpaque ? let : let with { Value = Sum(form) });
            Start(let.Name, let.Value.Type);
            return;
        }
        _output.Add(isShared ? let with { Value = Sum(form) } : let);
        _forms[let.Name] = form;
    }

    /// <summary>The arms go on from the same starts; what they merge is a start for what follows.</summary>
    private If Rewrite(If branch)
    {
        List<Expression> thens = [], elses = [];
        Block then = Arm(branch.Then, branch.Merges.Select(static m => (m.Name, m.Then)), thens);
        Block @else = Arm(branch.Else, branch.Merges.Select(static m => (m.Name, m.Else)), elses);
        return branch with { Then = then, Else = @else, Merges = branch.Merges.Select((m, i) => m with { Then = thens[i], Else = elses[i] }).ToEquatableArray() };
    }

    private Block Arm(Block arm, IEnumerable<(string Name, Expression Value)> merged, List<Expression> values)
    {
        List<Statement> outer = _output;
        List<Statement> own = _output = [];
        foreach (Statement statement in arm.Statements)
        {
            Rewrite(statement);
        }
        foreach ((string name, Expression value) in merged)
        {
            values.Add(value.Type.IsReal() && !_needs.HasName(name) && Depends(value) ? Whole(value, arm) : value);
        }
        _output = outer;
        return own.ToBlock();
    }

    /// <summary>A value that a block hands on, as one sum.</summary>
    private Expression Whole(Expression value, Block block)
    {
        _source = block.Statements.FirstOrDefault(s => value is Read read && Walker.Defines(s).Any(d => d.Name == read.Name));
        Form form = FormOf(value);
        return form.IsOpaque || form is { IsProduct: true, Terms: [{ Partial: Constant }] } ? value : Atom(Sum(form));
    }

    private void Start(string name, ScalarType type)
    {
        _order[name] = _order.Count;
        _forms[name] = new([new(Name(name, type), One(type))], null);
    }

    private bool IsStart(Expression expression) => expression is Read read && _forms.ContainsKey(read.Name);

    private bool Depends(Expression expression) => Walker.All(expression).Any(IsStart);

    private Form FormOf(Expression expression)
    {
        if (!Depends(expression))
        {
            return new([], Atom(expression));
        }
        switch (expression)
        {
            case Read read:
                return _forms[read.Name];
            case Apply { Primitive: var p, Arguments: [var left, var right] } when p == Arithmetic.Plus || p == Arithmetic.Minus:
                Form a = Inner(left), b = Inner(right);
                return Add(a, p == Arithmetic.Plus ? b : Scale(b, Real(expression.Type, -1)));
            case Apply { Primitive: var p, Arguments: [var inner] } when p == Arithmetic.Negative:
                return Scale(Inner(inner), Real(expression.Type, -1));
            case Apply { Primitive: var p, Arguments: [var left, var right] } when p == Arithmetic.Times && !Depends(left):
                return Scale(Inner(right), Atom(left));
            case Apply { Primitive: var p, Arguments: [var left, var right] } when p == Arithmetic.Times && !Depends(right):
                return Scale(Inner(left), Atom(right));
            default:
                return Form.Opaque;
        }
    }

    /// <summary>Of a part of a linear expression: what is not linear itself becomes a value and a new start.</summary>
    private Form Inner(Expression expression)
    {
        Form form = FormOf(expression);
        if (!form.IsOpaque)
        {
            return form;
        }
        string name = Define(expression);
        Start(name, expression.Type);
        return _forms[name];
    }

    private Form Scale(Form form, Expression factor) => new(
        [.. form.Terms.Select(t => t with { Partial = Product(factor, t.Partial) })],
        form.Rest is null ? null : Product(factor, form.Rest));

    private Form Add(Form left, Form right)
    {
        List<Term> terms = [.. left.Terms];
        foreach (Term term in right.Terms)
        {
            int at = terms.FindIndex(t => t.Start.Equals(term.Start));
            if (at < 0)
            {
                terms.Add(term);
            }
            else
            {
                terms[at] = term with { Partial = Atom(Plus(terms[at].Partial, term.Partial)) };
            }
        }
        return new(terms, left.Rest is null ? right.Rest : right.Rest is null ? left.Rest : Atom(Plus(left.Rest, right.Rest)));
    }

    private Expression Product(Expression factor, Expression partial) => Atom(Multiply(factor, partial));

    /// <summary>What is known first is added first; the latest start is multiplied last.</summary>
    private Expression Sum(Form form)
    {
        Expression? sum = null;
        Term[] terms = [.. form.Terms.OrderBy(t => _order[t.Start.Name])];
        IEnumerable<Expression> units = terms.Where(static t => t.IsUnit).Select(static t => Multiply(t.Partial, t.Start));
        IEnumerable<Expression> products = terms.Where(static t => !t.IsUnit).Select(static t => Multiply(t.Partial, t.Start));
        foreach (Expression part in units.Concat(form.Rest is null ? [] : [form.Rest]).Concat(products))
        {
            sum = sum is null ? part : Plus(sum, part);
        }
        return sum!;
    }

    /// <summary>The expression as a name or constant, its sign before it.</summary>
    private Expression Atom(Expression expression)
    {
        switch (expression)
        {
            case Read or Constant:
                return expression;
            case Apply { Primitive: var p, Arguments: [var inner] } when p == Arithmetic.Negative:
                return Negate(Atom(inner));
            default:
                return Name(Define(expression), expression.Type);
        }
    }

    private string Define(Expression value)
    {
        string name = _names.Fresh("partial");
        _output.Add(new Let(name, value) { IsTemporary = true, Source = _source?.Source ?? "", Origin = _source?.Origin ?? -1 });
        return name;
    }

    /// <summary>partial · start.</summary>
    private sealed record Term(Read Start, Expression Partial)
    {
        public bool IsUnit => IsConstant(Partial, 1) || IsConstant(Partial, -1);
    }

    /// <summary>A sum of terms and a rest that does not depend on what the loop carries.</summary>
    private sealed record Form(IReadOnlyList<Term> Terms, Expression? Rest)
    {
        public static readonly Form Opaque = new([], null);

        public bool IsOpaque => Terms.Count == 0 && Rest is null;

        /// <summary>True for one start times a partial: reading it twice computes nothing twice but a product.</summary>
        public bool IsProduct => Terms.Count == 1 && Rest is null;
    }
}
