package io.zizhu.console.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The console's words in Chinese and English; a missing word shows its key, so that it is seen. Any thread. */
public final class Texts implements I18NProvider {
    public static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    public static final Locale EN = Locale.ENGLISH;
    private static final long serialVersionUID = 1;
    private static final String WORDS = "io.zizhu.console.words";

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(ZH, EN);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        Locale known = locale.getLanguage().equals(EN.getLanguage()) ? EN : ZH;
        try {
            String text = ResourceBundle.getBundle(WORDS, known).getString(key);
            return params.length == 0 ? text : new MessageFormat(text, known).format(params);
        } catch (MissingResourceException missing) {
            return key.substring(key.lastIndexOf('.') + 1);
        }
    }
}
