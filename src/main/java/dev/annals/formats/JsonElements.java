package dev.annals.formats;

import java.util.List;

/** Puts the commas between the elements of one JSON list that is written in pieces. */
public final class JsonElements {

    private boolean isFirst = true;

    /**
     * @param elements each a JSON value
     */
    public String of(List<String> elements) {
        StringBuilder text = new StringBuilder();
        for (String element : elements) {
            text.append(isFirst ? "\n" : ",\n").append(element);
            isFirst = false;
        }
        return text.toString();
    }
}
