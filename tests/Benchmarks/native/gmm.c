/* Log-posterior of a Gaussian mixture and its gradient, derived by hand, one point at a time. The layout is that of Gmm.cs. */
#include <math.h>
#include <stdlib.h>

static double log_sum_exp(const double *values, int n) {
    double largest = values[0];
    for (int i = 1; i < n; i++) {
        if (values[i] > largest) {
            largest = values[i];
        }
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
        sum += exp(values[i] - largest);
    }
    return largest + log(sum);
}

static double log_multivariate_gamma(int degrees, int d) {
    double sum = 0.25 * d * (d - 1) * log(M_PI);
    for (int j = 1; j <= d; j++) {
        sum += lgamma(0.5 * (degrees + 1 - j));
    }
    return sum;
}

double gmm_gradient(int d, int k, int n, const double *restrict alphas, const double *restrict means, const double *restrict icf,
                    const double *restrict x, double gamma, int m,
                    double *restrict d_alphas, double *restrict d_means, double *restrict d_icf) {
    int icf_size = d * (d + 1) / 2;
    double *diagonal = malloc(sizeof(double) * (k * d * 3 + 3 * k));
    double *centred = diagonal + k * d, *product = centred + k * d, *log_determinant = product + k * d;
    double *main_term = log_determinant + k, *share = main_term + k;
    for (int c = 0; c < k; c++) {
        log_determinant[c] = 0;
        for (int j = 0; j < d; j++) {
            log_determinant[c] += icf[c * icf_size + j];
            diagonal[c * d + j] = exp(icf[c * icf_size + j]);
        }
    }
    for (int i = 0; i < k; i++) {
        d_alphas[i] = 0;
    }
    for (int i = 0; i < k * d; i++) {
        d_means[i] = 0;
    }
    for (int i = 0; i < k * icf_size; i++) {
        d_icf[i] = 0;
    }

    double likelihood = 0;
    for (int point = 0; point < n; point++) {
        const double *at = x + point * d;
        for (int c = 0; c < k; c++) {
            double *restrict v = centred + c * d, *restrict q = product + c * d;
            for (int j = 0; j < d; j++) {
                v[j] = at[j] - means[c * d + j];
                q[j] = diagonal[c * d + j] * v[j];
            }
            const double *lower = icf + c * icf_size + d;
            for (int column = 0; column < d; column++) {
                for (int row = column + 1; row < d; row++) {
                    q[row] += *lower++ * v[column];
                }
            }
            double squared = 0;
            for (int j = 0; j < d; j++) {
                squared += q[j] * q[j];
            }
            main_term[c] = alphas[c] + log_determinant[c] - 0.5 * squared;
        }
        double largest = main_term[0];
        for (int c = 1; c < k; c++) {
            if (main_term[c] > largest) {
                largest = main_term[c];
            }
        }
        double sum = 0;
        for (int c = 0; c < k; c++) {
            share[c] = exp(main_term[c] - largest);
            sum += share[c];
        }
        likelihood += largest + log(sum);

        /* The component's share w of the point: d main / d product = -product. */
        for (int c = 0; c < k; c++) {
            double w = share[c] / sum;
            double *restrict v = centred + c * d, *restrict q = product + c * d;
            d_alphas[c] += w;
            const double *lower = icf + c * icf_size + d;
            double *d_diagonal = d_icf + c * icf_size, *d_lower = d_diagonal + d;
            for (int j = 0; j < d; j++) {
                q[j] *= w;
            }
            for (int column = 0; column < d; column++) {
                double centred_adjoint = diagonal[c * d + column] * q[column];
                d_diagonal[column] += w - centred_adjoint * v[column];
                for (int row = column + 1; row < d; row++) {
                    centred_adjoint += *lower++ * q[row];
                    *d_lower++ -= q[row] * v[column];
                }
                d_means[c * d + column] += centred_adjoint;
            }
        }
    }

    double prior = 0;
    for (int c = 0; c < k; c++) {
        double squares = 0;
        for (int j = 0; j < d; j++) {
            double square = diagonal[c * d + j] * diagonal[c * d + j];
            squares += square;
            d_icf[c * icf_size + j] += gamma * gamma * square - m;
        }
        for (int j = d; j < icf_size; j++) {
            squares += icf[c * icf_size + j] * icf[c * icf_size + j];
            d_icf[c * icf_size + j] += gamma * gamma * icf[c * icf_size + j];
        }
        prior += 0.5 * gamma * gamma * squares - m * log_determinant[c];
    }
    double total = log_sum_exp(alphas, k);
    for (int c = 0; c < k; c++) {
        d_alphas[c] -= n * exp(alphas[c] - total);
    }
    int degrees = d + m + 1;
    double normaliser = degrees * d * (log(gamma) - 0.5 * log(2)) - log_multivariate_gamma(degrees, d);
    free(diagonal);
    return -n * d * 0.5 * log(2 * M_PI) + likelihood - n * total + prior - k * normaliser;
}
