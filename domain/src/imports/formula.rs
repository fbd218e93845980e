//! Cells that a spreadsheet would run as a formula, made harmless in what we write and restored in what we read.
//!
//! A cell that starts with `=`, `+`, `-` or `@` gets an apostrophe in front (OWASP, *CSV injection*). One that
//! already starts with apostrophes before such a sign gets one more, so that reading is the exact inverse.

/// The text as it is safe in a spreadsheet.
pub fn neutralize(text: &str) -> std::borrow::Cow<'_, str> {
    if runs(text) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

/// The text that [`neutralize`] was given.
pub fn restore(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| runs(text)).unwrap_or(cell)
}

fn runs(text: &str) -> bool {
    text.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_text_in_a_spreadsheet() {
        assert_eq!(neutralize("=1+1"), "'=1+1");
        assert_eq!(neutralize("+49 30 1"), "'+49 30 1");
        assert_eq!(neutralize("'@x"), "''@x");
        assert_eq!(neutralize("O'Neil"), "O'Neil");
        assert_eq!(restore("'Neil"), "'Neil");
    }

    proptest::proptest! {
        #[test]
        fn restoring_is_the_inverse(text in "['=+@a-]{0,6}") {
            let written = neutralize(&text);
            proptest::prop_assert_eq!(restore(&written), &text);
            proptest::prop_assert!(!written.starts_with(['=', '+', '-', '@']));
        }
    }
}
