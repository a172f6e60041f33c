/* The straight-line model of StraightLine.cs and its gradient, statement by statement. Written by StraightLine/generate.py. */
#define S(v, a, b, c, d, p, q) double v = p + q * (a * b - c * d), v##_adjoint = 0; (void)v##_adjoint;
#define R(v, a, b, c, d, q) { double s = q * v##_adjoint; a##_adjoint += s * b; b##_adjoint += s * a; c##_adjoint -= s * d; d##_adjoint -= s * c; }
#define X(i) double x##i = x[i], x##i##_adjoint = 0; (void)x##i##_adjoint;
#define INPUTS X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15)

double straight_line(const double *x) {
    INPUTS
#include "straight_line_forward.h"
    return v988 + v991 + v992 + v993 + v994 + v995 + v998 + v999;
}

double straight_line_gradient(const double *x, double *gradient) {
    INPUTS
#include "straight_line_forward.h"
    v988_adjoint = 1; v991_adjoint = 1; v992_adjoint = 1; v993_adjoint = 1; v994_adjoint = 1; v995_adjoint = 1; v998_adjoint = 1; v999_adjoint = 1;
#include "straight_line_backward.h"
    gradient[0] = x0_adjoint; gradient[1] = x1_adjoint; gradient[2] = x2_adjoint; gradient[3] = x3_adjoint; gradient[4] = x4_adjoint; gradient[5] = x5_adjoint; gradient[6] = x6_adjoint; gradient[7] = x7_adjoint; gradient[8] = x8_adjoint; gradient[9] = x9_adjoint; gradient[10] = x10_adjoint; gradient[11] = x11_adjoint; gradient[12] = x12_adjoint; gradient[13] = x13_adjoint; gradient[14] = x14_adjoint; gradient[15] = x15_adjoint;
    return v988 + v991 + v992 + v993 + v994 + v995 + v998 + v999;
}
