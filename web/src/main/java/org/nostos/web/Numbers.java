package org.nostos.web;

import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// How numbers are written. Templates say `@numbers`.
@Component("numbers")
public class Numbers {

    /// `7,012`
    public String whole(long number) {
        return NumberFormat.getIntegerInstance(LocaleContextHolder.getLocale()).format(number);
    }

    /// `91%` of a whole; of nothing, `0%`.
    public String percent(long part, long whole) {
        double share = whole == 0 ? 0 : (double) part / whole;
        return NumberFormat.getPercentInstance(LocaleContextHolder.getLocale()).format(share);
    }

    /// A share of a bar's length for a style property: `38.2%`. Never localized.
    public String share(double part, double whole) {
        double share = whole <= 0 ? 0 : Math.clamp(part / whole, 0, 1);
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    /// A share between 0 and 1 for a style property: `0.382`. Never localized.
    public String ratio(double part, double whole) {
        double share = whole <= 0 ? 0 : Math.clamp(part / whole, 0, 1);
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
