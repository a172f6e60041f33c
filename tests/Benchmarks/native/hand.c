/* Jacobian of the simple hand: the pose once, then per angle the derivative of its own joint and of what hangs on it. The layout is that of Hand.cs;
   the Jacobian is row-major, 26 columns. */
#include <math.h>
#include <string.h>

enum { max_bones = 64, angles = 26 };

static void compose(const double *a, const double *b, double *ab) {
    for (int row = 0; row < 12; row += 4) {
        for (int column = 0; column < 4; column++) {
            ab[row + column] = a[row] * b[column] + a[row + 1] * b[4 + column] + a[row + 2] * b[8 + column];
        }
        ab[row + 3] += a[row + 3];
    }
}

/* A bone's rest relative to its parent, turned, and the derivatives by the two angles. */
static void turn(const double *rest, double bend, double side, double *turned, double *by_bend, double *by_side) {
    double cb = cos(bend), sb = sin(bend), cs = cos(side), ss = sin(side);
    for (int row = 0; row < 12; row += 4) {
        double along = rest[row] * cs + rest[row + 1] * ss, across = rest[row + 1] * cs - rest[row] * ss;
        turned[row] = along;
        turned[row + 1] = across * cb + rest[row + 2] * sb;
        turned[row + 2] = rest[row + 2] * cb - across * sb;
        turned[row + 3] = rest[row + 3];
        by_bend[row] = 0;
        by_bend[row + 1] = turned[row + 2];
        by_bend[row + 2] = -turned[row + 1];
        by_bend[row + 3] = 0;
        by_side[row] = across;
        by_side[row + 1] = -along * cb;
        by_side[row + 2] = along * sb;
        by_side[row + 3] = 0;
    }
}

static void rotation(const double *r, double m[3][3], double dm[3][3][3]) {
    double squared = r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
    static const double cross[3][3][3] = {
        {{0, 0, 0}, {0, 0, -1}, {0, 1, 0}}, {{0, 0, 1}, {0, 0, 0}, {-1, 0, 0}}, {{0, -1, 0}, {1, 0, 0}, {0, 0, 0}}};
    if (squared == 0) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                m[i][j] = i == j;
                for (int k = 0; k < 3; k++) {
                    m[i][j] += r[k] * cross[k][i][j];
                    dm[k][i][j] = cross[k][i][j];
                }
            }
        }
        return;
    }
    double angle = sqrt(squared), s = sin(angle), c = cos(angle), w[3] = {r[0] / angle, r[1] / angle, r[2] / angle};
    for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
            double skew = w[0] * cross[0][i][j] + w[1] * cross[1][i][j] + w[2] * cross[2][i][j];
            m[i][j] = (i == j ? c : 0) + skew * s + w[i] * w[j] * (1 - c);
            for (int k = 0; k < 3; k++) {
                double by_angle = (i == j ? -s : 0) + skew * c + w[i] * w[j] * s;
                double dwi = ((i == k) - w[i] * w[k]) / angle, dwj = ((j == k) - w[j] * w[k]) / angle;
                double d_skew = (cross[k][i][j] - skew * w[k]) / angle;
                dm[k][i][j] = by_angle * w[k] + d_skew * s + (dwi * w[j] + w[i] * dwj) * (1 - c);
            }
        }
    }
}

typedef struct {
    double pose[max_bones][12];
    /* By each angle of the finger that a bone has before or at it, at most four. */
    double d_pose[max_bones][4][12];
    int angle_count[max_bones];
} posed;

static int first_angle(int bone) { return 6 + (bone - 1 - (bone - 1) % 4); }

static void pose_of(int bone_count, const int *parents, const double *relative_rest, const double *inverse_rest, const double *theta, posed *out) {
    double absolute[max_bones][12], d_absolute[max_bones][4][12], relative[12], by_bend[12], by_side[12];
    for (int bone = 0; bone < bone_count; bone++) {
        int joint = (bone - 1) % 4, angle = first_angle(bone), parent = parents[bone], is_joint = bone > 0 && joint > 0;
        double bend = is_joint ? theta[angle + (joint == 1 ? 0 : joint)] : 0, side = is_joint && joint == 1 ? theta[angle + 1] : 0;
        turn(relative_rest + 12 * bone, bend, side, relative, by_bend, by_side);
        if (parent < 0) {
            memcpy(absolute[bone], relative, sizeof relative);
        } else {
            compose(absolute[parent], relative, absolute[bone]);
        }
        compose(absolute[bone], inverse_rest + 12 * bone, out->pose[bone]);

        int count = is_joint ? out->angle_count[parent] : 0;
        for (int a = 0; a < count; a++) {
            compose(d_absolute[parent][a], relative, d_absolute[bone][a]);
        }
        const double *own[2] = {by_bend, by_side};
        for (int a = 0; is_joint && a < (joint == 1 ? 2 : 1); a++) {
            compose(absolute[parent], own[a], d_absolute[bone][count]);
            for (int row = 0; row < 12; row += 4) {
                d_absolute[bone][count][row + 3] -= absolute[parent][row + 3];
            }
            count++;
        }
        for (int a = 0; a < count; a++) {
            compose(d_absolute[bone][a], inverse_rest + 12 * bone, out->d_pose[bone][a]);
        }
        out->angle_count[bone] = count;
    }
}

/* Only the vertices that are asked for, only the bones that hold them. */
void hand_jacobian(int bone_count, const int *parents, const double *relative_rest, const double *inverse_rest, const double *vertices,
                   const int *influences, const int *bones, const double *weights, const double *theta,
                   int count, const int *correspondences, const double *points, double *residuals, double *jacobian) {
    posed hand;
    pose_of(bone_count, parents, relative_rest, inverse_rest, theta, &hand);
    double m[3][3], dm[3][3][3];
    rotation(theta, m, dm);
    memset(jacobian, 0, sizeof(double) * 3 * count * angles);
    for (int i = 0; i < count; i++) {
        int vertex = correspondences[i];
        const double *rest = vertices + 3 * vertex;
        double skin[3] = {0, 0, 0}, d_skin[angles][3];
        int touched[angles], touched_count = 0;
        char seen[angles] = {0};
        for (int influence = influences[vertex]; influence < influences[vertex + 1]; influence++) {
            int bone = bones[influence];
            double weight = weights[influence];
            for (int row = 0; row < 3; row++) {
                const double *p = hand.pose[bone] + 4 * row;
                skin[row] += weight * (p[0] * rest[0] + p[1] * rest[1] + p[2] * rest[2] + p[3]);
            }
            int first = first_angle(bone);
            for (int a = 0; a < hand.angle_count[bone]; a++) {
                int column = first + a;
                if (!seen[column]) {
                    seen[column] = 1;
                    touched[touched_count++] = column;
                    d_skin[column][0] = d_skin[column][1] = d_skin[column][2] = 0;
                }
                for (int row = 0; row < 3; row++) {
                    const double *p = hand.d_pose[bone][a] + 4 * row;
                    d_skin[column][row] += weight * (p[0] * rest[0] + p[1] * rest[1] + p[2] * rest[2] + p[3]);
                }
            }
        }
        for (int row = 0; row < 3; row++) {
            double *entries = jacobian + (3 * i + row) * angles;
            residuals[3 * i + row] = points[3 * i + row] - (m[row][0] * skin[0] + m[row][1] * skin[1] + m[row][2] * skin[2] + theta[3 + row]);
            for (int k = 0; k < 3; k++) {
                entries[k] = -(dm[k][row][0] * skin[0] + dm[k][row][1] * skin[1] + dm[k][row][2] * skin[2]);
            }
            entries[3 + row] = -1;
            for (int a = 0; a < touched_count; a++) {
                const double *d = d_skin[touched[a]];
                entries[touched[a]] = -(m[row][0] * d[0] + m[row][1] * d[1] + m[row][2] * d[2]);
            }
        }
    }
}

/* positions += weight of the bone * its pose * rest, all vertices; positions are three columns of vertex_count, rest too. */
static void skin_all(int vertex_count, const double *restrict map, const double *restrict weights, const double *restrict rest, double *restrict positions) {
    for (int row = 0; row < 3; row++) {
        const double *m = map + 4 * row;
        double *restrict column = positions + row * vertex_count;
        for (int i = 0; i < vertex_count; i++) {
            column[i] += weights[i] * (m[0] * rest[i] + m[1] * rest[vertex_count + i] + m[2] * rest[2 * vertex_count + i] + m[3]);
        }
    }
}

/* The way of ADBench's hand-written version: matrices over all vertices, bone by bone, whatever the weights, then the rows that are asked for.
   rest: three columns; weight_matrix: a row of vertex_count per bone; positions: 3 * vertex_count * 27 numbers of room. */
void hand_jacobian_all(int bone_count, const int *parents, const double *relative_rest, const double *inverse_rest, int vertex_count, const double *rest,
                       const double *weight_matrix, const double *theta, int count, const int *correspondences, const double *points,
                       double *positions, double *residuals, double *jacobian) {
    posed hand;
    pose_of(bone_count, parents, relative_rest, inverse_rest, theta, &hand);
    int size = 3 * vertex_count;
    memset(positions, 0, sizeof(double) * size * (1 + angles));
    for (int bone = 0; bone < bone_count; bone++) {
        const double *weights = weight_matrix + bone * vertex_count;
        skin_all(vertex_count, hand.pose[bone], weights, rest, positions);
        for (int a = 0; a < hand.angle_count[bone]; a++) {
            skin_all(vertex_count, hand.d_pose[bone][a], weights, rest, positions + size * (1 + first_angle(bone) + a));
        }
    }

    double m[3][3], dm[3][3][3];
    rotation(theta, m, dm);
    for (int i = 0; i < count; i++) {
        const double *p = positions + correspondences[i];
        for (int row = 0; row < 3; row++) {
            double *entries = jacobian + (3 * i + row) * angles;
            residuals[3 * i + row] =
                points[3 * i + row] - (m[row][0] * p[0] + m[row][1] * p[vertex_count] + m[row][2] * p[2 * vertex_count] + theta[3 + row]);
            for (int k = 0; k < 3; k++) {
                entries[k] = -(dm[k][row][0] * p[0] + dm[k][row][1] * p[vertex_count] + dm[k][row][2] * p[2 * vertex_count]);
                entries[3 + k] = k == row ? -1 : 0;
            }
            for (int k = 6; k < angles; k++) {
                const double *d = p + size * (1 + k);
                entries[k] = -(m[row][0] * d[0] + m[row][1] * d[vertex_count] + m[row][2] * d[2 * vertex_count]);
            }
        }
    }
}
