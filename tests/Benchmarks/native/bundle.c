/* Bundle adjustment: residuals and the 2 x 15 block of each observation by the chain rule. The layout is that of Bundle.cs; entries come row by row:
   for each observation two rows of 11 camera, 3 point and 1 weight entries, then one entry per weight. */
#include <math.h>

typedef struct {
    double turned[3], by_axis[3][3], by_point[3][3];
} rotation;

/* Rodrigues: R v = v cos + (w x v) sin + w (w.v)(1 - cos), r = angle w; dr_k changes the angle by w_k and w by (e_k - w w_k) / angle. */
static void rotate(const double *r, const double *v, rotation *out) {
    double squared = r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
    if (squared == 0) {
        double cross[3][3] = {{0, v[2], -v[1]}, {-v[2], 0, v[0]}, {v[1], -v[0], 0}};
        double turn[3][3] = {{1, -r[2], r[1]}, {r[2], 1, -r[0]}, {-r[1], r[0], 1}};
        for (int i = 0; i < 3; i++) {
            out->turned[i] = turn[i][0] * v[0] + turn[i][1] * v[1] + turn[i][2] * v[2];
            for (int k = 0; k < 3; k++) {
                out->by_axis[i][k] = cross[i][k];
                out->by_point[i][k] = turn[i][k];
            }
        }
        return;
    }
    double angle = sqrt(squared), inverse = 1 / angle, s = sin(angle), c = cos(angle), versed = 1 - c;
    double w[3] = {r[0] * inverse, r[1] * inverse, r[2] * inverse};
    double across[3] = {w[1] * v[2] - w[2] * v[1], w[2] * v[0] - w[0] * v[2], w[0] * v[1] - w[1] * v[0]};
    double along = w[0] * v[0] + w[1] * v[1] + w[2] * v[2];
    double by_angle[3];
    for (int i = 0; i < 3; i++) {
        out->turned[i] = v[i] * c + across[i] * s + w[i] * along * versed;
        by_angle[i] = -v[i] * s + across[i] * c + w[i] * along * s;
    }
    for (int k = 0; k < 3; k++) {
        double dw[3] = {-w[0] * w[k] * inverse, -w[1] * w[k] * inverse, -w[2] * w[k] * inverse};
        dw[k] += inverse;
        double d_across[3] = {dw[1] * v[2] - dw[2] * v[1], dw[2] * v[0] - dw[0] * v[2], dw[0] * v[1] - dw[1] * v[0]};
        double d_along = dw[0] * v[0] + dw[1] * v[1] + dw[2] * v[2];
        for (int i = 0; i < 3; i++) {
            out->by_axis[i][k] = by_angle[i] * w[k] + d_across[i] * s + (dw[i] * along + w[i] * d_along) * versed;
            out->by_point[i][k] = w[i] * w[k] * versed;
        }
        out->by_point[k][k] += c;
    }
    out->by_point[0][1] -= w[2] * s;
    out->by_point[0][2] += w[1] * s;
    out->by_point[1][0] += w[2] * s;
    out->by_point[1][2] -= w[0] * s;
    out->by_point[2][0] -= w[1] * s;
    out->by_point[2][1] += w[0] * s;
}

void bundle_jacobian(int p, const double *restrict cameras, const double *restrict points, const double *restrict weights,
                     const int *restrict observations, const double *restrict features,
                     double *restrict reprojection, double *restrict weight_errors, double *restrict values) {
    for (int i = 0; i < p; i++) {
        const double *camera = cameras + 11 * observations[2 * i], *point = points + 3 * observations[2 * i + 1];
        double weight = weights[i];
        double v[3] = {point[0] - camera[3], point[1] - camera[4], point[2] - camera[5]};
        rotation turn;
        rotate(camera, v, &turn);
        double inverse = 1 / turn.turned[2], x = turn.turned[0] * inverse, y = turn.turned[1] * inverse;
        double squared = x * x + y * y, focal = camera[6];
        double distortion = 1 + camera[9] * squared + camera[10] * squared * squared;
        double u = focal * distortion * x, t = focal * distortion * y;
        double slope = 2 * (camera[9] + 2 * camera[10] * squared);
        double u_x = focal * (distortion + slope * x * x), u_y = focal * slope * x * y, t_y = focal * (distortion + slope * y * y);
        /* By the turned point. */
        double by_turned[2][3] = {
            {weight * u_x * inverse, weight * u_y * inverse, -weight * (u_x * x + u_y * y) * inverse},
            {weight * u_y * inverse, weight * t_y * inverse, -weight * (u_y * x + t_y * y) * inverse},
        };
        double plane[2] = {x, y}, error[2] = {u + camera[7] - features[2 * i], t + camera[8] - features[2 * i + 1]};
        for (int row = 0; row < 2; row++) {
            double *block = values + 30 * i + 15 * row;
            const double *by = by_turned[row];
            for (int k = 0; k < 3; k++) {
                block[k] = by[0] * turn.by_axis[0][k] + by[1] * turn.by_axis[1][k] + by[2] * turn.by_axis[2][k];
                double by_point = by[0] * turn.by_point[0][k] + by[1] * turn.by_point[1][k] + by[2] * turn.by_point[2][k];
                block[3 + k] = -by_point;
                block[11 + k] = by_point;
            }
            block[6] = weight * distortion * plane[row];
            block[7] = row == 0 ? weight : 0;
            block[8] = row == 0 ? 0 : weight;
            block[9] = weight * focal * squared * plane[row];
            block[10] = weight * focal * squared * squared * plane[row];
            block[14] = error[row];
            reprojection[2 * i + row] = weight * error[row];
        }
        weight_errors[i] = 1 - weight * weight;
        values[30 * p + i] = -2 * weight;
    }
}
